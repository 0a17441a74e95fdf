import type { ReactNode } from 'react';
import type { Field } from '../api/schema';
import { useWords } from '../words/language';
import { useCatalog } from './catalog';
import { DocumentLink, isDigest } from './DocumentLink';
import { called, inOneLanguage, plain } from './names';
import { Reference } from './Reference';

const SHOWN_OF_DIGEST = 8;

/** A value of a row, as people read it. */
export function Value({ field, value }: { field: Field; value: unknown }): ReactNode {
  const words = useWords();
  const catalog = useCatalog();
  if (value === null || value === undefined || value === '') return words.say('none');
  switch (field.kind) {
    case 'list':
      return <List field={field} values={value as unknown[]} />;
    case 'map':
      return <Pairs field={field} values={value as Record<string, unknown>} />;
    case 'record':
      return <Parts fields={filled(inOneLanguage(field.fields, words), value as Record<string, unknown>)} record={value as Record<string, unknown>} />;
    default:
      if (field.places.length) return <Reference places={field.places} id={String(value)} />;
      if (field.keeper && isDigest(String(value))) return <DocumentLink service={field.keeper} digest={String(value)} />;
      return isDigest(String(value))
        ? <code title={String(value)}>{String(value).slice(0, SHOWN_OF_DIGEST)}…</code>
        : plain(field, value, { words, catalog }) || words.say('none');
  }
}

function List({ field, values }: { field: Field; values: unknown[] }) {
  const { say } = useWords();
  const { member } = field;
  if (!values.length || !member) return say('none');
  return (
    <ul className="values">
      {values.map((value, i) => <li key={i}><Value field={member} value={value} /></li>)}
    </ul>
  );
}

function Pairs({ field, values }: { field: Field; values: Record<string, unknown> }) {
  const words = useWords();
  const catalog = useCatalog();
  const { member } = field;
  if (!member || !Object.keys(values).length) return words.say('none');
  return (
    <ul className="values">
      {Object.entries(values).map(([name, value]) => (
        <li key={name}>{called(field, name, { words, catalog })} · <Value field={member} value={value} /></li>
      ))}
    </ul>
  );
}

/** Of a part of a row only what there is. */
const filled = (fields: Field[], record: Record<string, unknown>): Field[] =>
  fields.filter(({ name }) => record[name] !== null && record[name] !== undefined && record[name] !== '');

/** The fields of a record, each with what it is called. */
export function Parts({ fields, record }: { fields: Field[]; record: Record<string, unknown> }) {
  const { label } = useWords();
  return (
    <dl className="parts">
      {fields.filter((field) => !isOfMachines(field)).map((field) => (
        <div key={field.name}>
          <dt>{label(field.label)}</dt>
          <dd><Value field={field} value={record[field.name]} /></dd>
        </div>
      ))}
    </dl>
  );
}

const OF_MACHINES = new Set(['id', 'cause', 'correlation', 'appointment', 'inputs']);

/** Whether a field is for programs: it holds ids that nothing explains. */
export const isOfMachines = (field: Field): boolean => OF_MACHINES.has(field.name) && !field.places.length;
