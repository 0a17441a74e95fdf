import { CloseButton, Select, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Field, View } from '../api/schema';
import { useWords } from '../words/language';
import { Day } from './Day';
import { readable } from './Listing';
import { Picker } from './Picker';
import { asSuch } from './rows';
import { dayOf } from './time';

const PAUSE = 300;

/** What the rows of a list are narrowed by, kept in the address: {@code filter=field:value}. */
export function Filters({ view }: { view: View }) {
  const { say, label, ...words } = useWords();
  const [search, turn] = useSearchParams();
  const [added, add] = useState<string[]>([]);
  const said = new Map(search.getAll('filter').map((one) => {
    const colon = one.indexOf(':');
    return [one.slice(0, colon), one.slice(colon + 1)] as const;
  }));
  const narrow = (name: string, value: string) => turn((now) => {
    const changed = new URLSearchParams(now);
    const others = now.getAll('filter').filter((one) => !one.startsWith(`${name}:`));
    changed.delete('filter');
    [...others, ...(value ? [`${name}:${value}`] : [])].forEach((one) => changed.append('filter', one));
    return changed;
  }, { replace: true });
  const possible = readable(view.fields, { say, label, ...words }).filter((field) => !['record', 'map'].includes(field.kind));
  const shown = possible.filter((field) => said.has(field.name) || added.includes(field.name));
  const left = possible.filter((field) => !shown.includes(field));
  const remove = (name: string) => {
    narrow(name, '');
    add(added.filter((one) => one !== name));
  };
  return (
    <fieldset className="filters">
      <legend className="unseen">{say('filter')}</legend>
      {shown.map((field) => (
        <div key={field.name} className="filter">
          <One field={field} value={said.get(field.name) ?? ''} narrow={(value) => narrow(field.name, value)} />
          <CloseButton aria-label={`${say('remove')}: ${label(field.label)}`} onClick={() => remove(field.name)} />
        </div>
      ))}
      <Select
        aria-label={say('addFilter')} placeholder={say('addFilter')} value={null}
        data={left.map((field) => ({ value: field.name, label: label(field.label) }))}
        onChange={(name) => name && add([...added, name])}
      />
    </fieldset>
  );
}

function One({ field, value, narrow }: { field: Field; value: string; narrow: (value: string) => void }) {
  const { say, label } = useWords();
  const name = label(field.label);
  const said = field.kind === 'list' && field.member ? field.member : field;
  if (said.places.length)
    return <Picker label={name} places={said.places} id={value} choose={(id) => narrow(id)} />;
  if (said.kind === 'truth')
    return (
      <Select label={name} clearable value={value || null} onChange={(one) => narrow(one ?? '')}
        data={[{ value: 'true', label: say('yes') }, { value: 'false', label: say('no') }]} />
    );
  if (said.kind === 'choice')
    return (
      <Select label={name} clearable value={value || null} onChange={(one) => narrow(one ?? '')}
        data={Object.entries(said.values).map(([one, words]) => ({ value: one, label: label(words) }))} />
    );
  return said.kind === 'text'
    ? <Text label={`${name} ${say('contains')}`} value={value.startsWith('~') ? unescaped(value.slice(1)) : value}
        choose={(text) => narrow(text && `~${asSuch(text)}`)} />
    : <Range field={said} name={name} value={value} narrow={narrow} />;
}

function Range({ field, name, value, narrow }: {
  field: Field; name: string; value: string; narrow: (value: string) => void;
}) {
  const { say } = useWords();
  const [from = '', to = ''] = value.split('..');
  const range = (one: string, other: string) => narrow(one || other ? `${one}..${other}` : '');
  const ends = [
    { title: `${name} ${say('from')}`, end: from, set: (one: string) => range(one, to) },
    { title: `${name} ${say('to')}`, end: to, set: (one: string) => range(from, one) },
  ];
  if (field.kind === 'number')
    return ends.map(({ title, end, set }) => (
      <TextInput key={title} inputMode="numeric" label={title} value={end} onChange={(event) => set(event.currentTarget.value)} />
    ));
  // A day of instants begins at midnight at the university.
  const stored = (date: string) => (date && field.kind === 'instant' ? new Date(`${date}T00:00:00+08:00`).toISOString() : date);
  const shown = (end: string) => (end && field.kind === 'instant' ? dayOf(end) : end);
  return ends.map(({ title, end, set }) => <Day key={title} label={title} value={shown(end)} choose={(date) => set(stored(date))} />);
}

/** A text that is taken when its writer pauses. */
function Text({ label, value, choose }: { label: string; value: string; choose: (text: string) => void }) {
  const [text, write] = useState(value);
  useEffect(() => {
    if (text === value) return undefined;
    const pause = setTimeout(() => choose(text), PAUSE);
    return () => clearTimeout(pause);
  });
  return <TextInput label={label} value={text} onChange={(event) => write(event.currentTarget.value)} />;
}

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');
