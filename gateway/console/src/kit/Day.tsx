import { DateInput } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import { useWords } from '../words/language';

interface Props {
  label: string;
  /** An ISO date, or nothing. */
  value: string;
  choose: (date: string) => void;
  description?: string;
  error?: string;
  isRequired?: boolean;
  /** The last day that can be chosen. */
  last?: string;
  size?: 'xs' | 'sm';
}

/** A day, typed or chosen, always as an ISO date. */
export function Day({ label, value, choose, description, error, isRequired, last, size }: Props) {
  const { say, language } = useWords();
  return (
    <DateInput
      locale={language === 'zh' ? 'zh-cn' : 'en'} monthLabelFormat="YYYY-MM" monthsListFormat="MM"
      label={label} description={description} error={error} withAsterisk={isRequired} size={size}
      valueFormat="YYYY-MM-DD" placeholder="2010-06-01" clearable value={value || null} maxDate={last}
      clearButtonProps={{ 'aria-label': `${say('remove')}: ${label}` }}
      ariaLabels={{
        nextMonth: say('nextMonth'), previousMonth: say('previousMonth'), nextYear: say('nextYear'), previousYear: say('previousYear'),
        nextDecade: say('nextDecade'), previousDecade: say('previousDecade'),
      }}
      onChange={(date) => choose(date ?? '')}
    />
  );
}
