import { Button, Checkbox, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/language';
import { Failed, Loading } from '../Notice';
import { allRows, asSuch } from '../rows';

interface Props {
  label: string;
  /** Whose members. */
  branch: string;
  /** On which day; empty for today. */
  on: string;
  ids: string[];
  choose: (ids: string[]) => void;
  error?: string;
}

/** The members of a branch on a day, to be ticked. */
export function Roster({ label, branch, on, ids, choose, error }: Props) {
  const { say, ...words } = useWords();
  const answer = useQuery({
    queryKey: ['roster', branch, on],
    queryFn: () => allRows('members/members', {
      filter: [`branch:${asSuch(branch)}`], sort: 'name', ...(on && { asOf: on }),
    }),
  });
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Failed error={answer.error} again={() => void answer.refetch()} />;
  const tick = (id: string, isTicked: boolean) => choose(isTicked ? [...ids, id] : ids.filter((one) => one !== id));
  return (
    <fieldset className="roster" lang={words.language}>
      <legend>{label}</legend>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => choose(answer.data.map((row) => row.key))}>{say('all')}</Button>
        <Button size="compact-sm" variant="default" onClick={() => choose([])}>{say('noneOf')}</Button>
        <output>{say('chosen', { n: ids.length })}</output>
      </Group>
      {error && <p role="alert" className="wrong">{error}</p>}
      {answer.data.length === 0 && <p className="quiet">{say('empty')}</p>}
      <div className="ticks">
        {answer.data.map((row) => (
          <Checkbox key={row.key} label={`${String(row.name)} · ${String(row.number)}`} checked={ids.includes(row.key)}
            onChange={(event) => tick(row.key, event.currentTarget.checked)} />
        ))}
      </div>
    </fieldset>
  );
}
