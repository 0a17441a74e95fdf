import { Button, Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import type { Field } from '../../api/schema';
import { useWords } from '../../words/language';
import { emptied, type Filled } from '../form';
import { Day } from '../Day';
import { Picker, Pickers, Suggested } from '../Picker';
import { asSuch } from '../rows';
import { DocumentField } from './DocumentField';
import { Roster } from './Roster';

const LONG = 120;

/** What the fields of a form know of the whole form. */
export interface Form {
  /** What is wrong, by path. */
  errors: Map<string, string>;
  /** Fields that are filled in already and that nobody could read. */
  settled: ReadonlySet<string>;
  /** The branch that the form is about, if there is one. */
  branch: string;
  /** The day that it is about; empty for today. */
  on: string;
}

interface Props {
  field: Field;
  path: string;
  value: unknown;
  change: (value: unknown) => void;
  form: Form;
}

/** The fields of a record, each to be filled in. */
export function Entries({ fields, filled, change, form, above = '' }: {
  fields: Field[]; filled: Filled; change: (filled: Filled) => void; form: Form; above?: string;
}) {
  return fields.filter((field) => !field.isNew && !form.settled.has(field.name)).map((field) => (
    <Entry key={field.name} field={field} path={above + field.name} value={filled[field.name]} form={form}
      change={(value) => change({ ...filled, [field.name]: value })} />
  ));
}

/** One field to be filled in, by what it may hold. */
function Entry(props: Props) {
  const { field } = props;
  if (field.kind === 'record') return <Part {...props} />;
  if (field.kind === 'list') return <Several {...props} />;
  return <Single {...props} />;
}

function Single({ field, path, value, change, form }: Props) {
  const { say, label, ...words } = useWords();
  const name = label(field.label) || field.name;
  const text = (value as string | null) ?? '';
  const nothing = field.isRequired ? '' : null;
  const common = { label: name, error: form.errors.get(path), withAsterisk: field.isRequired };
  if (field.places.length && field.maxLength)
    return <Suggested {...common} places={field.places} value={text} choose={(one) => change(one || nothing)} />;
  if (field.places.length)
    return <Picker label={name} places={field.places} id={text} isRequired={field.isRequired} error={common.error}
      among={among(field, form)} choose={(id) => change(id || nothing)} />;
  if (field.keeper)
    return <DocumentField label={name} service={field.keeper} value={text} isRequired={field.isRequired} error={common.error}
      choose={(digest) => change(digest || nothing)} />;
  switch (field.kind) {
    case 'choice':
      return (
        <Select {...common} clearable={!field.isRequired} placeholder={say('choose')} value={text || null}
          data={Object.entries(field.values).map(([one, called]) => ({ value: one, label: label(called) }))}
          onChange={(one) => change(one ?? nothing)} />
      );
    case 'truth':
      return <Checkbox label={name} error={common.error} checked={Boolean(value)} onChange={(event) => change(event.currentTarget.checked)} />;
    case 'number':
      return (
        <NumberInput {...common} allowDecimal={false} min={field.minimum} max={field.maximum}
          value={(value as number | null) ?? ''} onChange={(one) => change(one === '' ? nothing : Number(one))} />
      );
    case 'date':
      return <Day label={name} value={text} isRequired={field.isRequired} error={common.error} choose={(date) => change(date || nothing)} />;
    default: {
      const limited = {
        ...common, value: text, maxLength: field.maxLength,
        description: field.maxLength ? say('tooLong', { n: field.maxLength }) : undefined,
      };
      return (field.maxLength ?? 0) > LONG
        ? <Textarea {...limited} autosize minRows={3} lang={words.language} onChange={(event) => change(event.currentTarget.value || nothing)} />
        : <TextInput {...limited} onChange={(event) => change(event.currentTarget.value || nothing)} />;
    }
  }
}

/** Members are offered of the branch that the form is about. */
function among(field: Field, form: Form): string[] {
  return form.branch && field.places.every((place) => place.view === 'members/members')
    ? [`branch:${asSuch(form.branch)}`] : [];
}

function Several({ field, path, value, change, form }: Props) {
  const { say, label } = useWords();
  const { member } = field;
  const values = (value as unknown[] | null) ?? [];
  const name = label(field.label) || field.name;
  const error = form.errors.get(path);
  if (!member) return null;
  if (member.places.length)
    return form.branch && member.places[0]?.view === 'members/members'
      ? <Roster label={name} branch={form.branch} on={form.on} ids={values as string[]} choose={change} error={error} />
      : <Pickers label={name} places={member.places} ids={values as string[]} choose={change} isRequired={field.isRequired} error={error} />;
  if (member.kind === 'choice')
    return (
      <Checkbox.Group label={name} withAsterisk={field.isRequired} error={error} value={values as string[]} onChange={change}>
        <div className="ticks">
          {Object.entries(member.values).map(([one, called]) => <Checkbox key={one} value={one} label={label(called)} />)}
        </div>
      </Checkbox.Group>
    );
  if (member.kind === 'record')
    return (
      <fieldset>
        <legend>{name}</legend>
        {error && <p role="alert" className="wrong">{error}</p>}
        {values.map((one, i) => (
          <fieldset key={i}>
            <legend>{name} {i + 1}</legend>
            <Entries fields={member.fields} filled={one as Filled} form={form} above={`${path}[${i}].`}
              change={(filled) => change(values.with(i, filled))} />
            <Button size="compact-sm" variant="default" onClick={() => change(values.toSpliced(i, 1))}>{say('remove')}</Button>
          </fieldset>
        ))}
        <Button size="compact-sm" variant="default" onClick={() => change([...values, emptied(member.fields)])}>{say('add')}</Button>
      </fieldset>
    );
  return (
    <Textarea label={name} withAsterisk={field.isRequired} description={say('lines')} autosize minRows={3} error={error}
      value={values.join('\n')} onChange={(event) => change(lines(event.currentTarget.value))} />
  );
}

const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'));

function Part({ field, path, value, change, form }: Props) {
  const { label } = useWords();
  const name = label(field.label) || field.name;
  return (
    <fieldset>
      <legend>{name}</legend>
      {!field.isRequired && (
        <Checkbox label={name} checked={value !== null}
          onChange={(event) => change(event.currentTarget.checked ? emptied(field.fields) : null)} />
      )}
      {value !== null && (
        <Entries fields={field.fields} filled={value as Filled} form={form} above={`${path}.`} change={change} />
      )}
    </fieldset>
  );
}
