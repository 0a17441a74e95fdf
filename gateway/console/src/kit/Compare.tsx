import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import type { Field, View } from '../api/schema';
import { useWords } from '../words/language';
import { Day } from './Day';
import { Failed, Loading } from './Notice';
import { allRows, type Row } from './rows';
import { clocks, useAddress, useWhen } from './time';
import { Value } from './Value';

const SHOWN = 200;

interface Changed {
  before: Row | undefined;
  after: Row | undefined;
}

/** What differs in a list between another day and the day of the time bar: added, gone, changed. */
export function Compare({ view, fields, filter }: { view: View; fields: Field[]; filter: string[] }) {
  const { say } = useWords();
  const [search, turn] = useSearchParams();
  const other = search.get('with') ?? '';
  const choose = (day: string) => turn((now) => {
    const changed = new URLSearchParams(now);
    if (day) changed.set('with', day);
    else changed.delete('with');
    return changed;
  });
  return (
    <details open={other !== ''}>
      <summary>{say('compare')}</summary>
      <Day size="xs" label={say('compareWith')} value={other} choose={choose} />
      {other && <Differences view={view} fields={fields} filter={filter} other={other} />}
    </details>
  );
}

function Differences({ view, fields, filter, other }: { view: View; fields: Field[]; filter: string[]; other: string }) {
  const words = useWords();
  const when = useWhen();
  const answer = useQuery({
    queryKey: ['compare', view.path, filter, when, other],
    queryFn: async () => {
      const [before, after] = await Promise.all([
        allRows(view.path, { filter, ...clocks({ ...when, asOf: other }) }),
        allRows(view.path, { filter, ...clocks(when) }),
      ]);
      return differences(before, after);
    },
  });
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Failed error={answer.error} again={() => void answer.refetch()} />;
  const all = answer.data;
  const count = (has: (one: Changed) => boolean) => all.filter(has).length;
  return (
    <>
      <p role="status">
        {words.say('differences', {
          added: count((one) => !one.before), gone: count((one) => !one.after), changed: count((one) => Boolean(one.before && one.after)),
        })}
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label={words.say('compare')}>
        <Table>
          <Table.Tbody>{all.slice(0, SHOWN).map((one) => <Difference key={(one.after ?? one.before)?.key} view={view} fields={fields} {...one} />)}</Table.Tbody>
        </Table>
      </div>
      {all.length > SHOWN && <p className="quiet">{words.say('firstOnes', { n: SHOWN })}</p>}
    </>
  );
}

function Difference({ view, fields, before, after }: Changed & { view: View; fields: Field[] }) {
  const words = useWords();
  const address = useAddress();
  const row = after ?? before;
  if (!row) return null;
  const kind = !before ? 'added' : !after ? 'gone' : 'changed';
  const named = fields[0];
  return (
    <Table.Tr>
      <Table.Th scope="row">{words.say(kind)}</Table.Th>
      <Table.Td>
        {named && <Value field={named} value={row[named.name]} />}{' '}
        {after && <Link href={address(`/${view.path}/${encodeURIComponent(row.key)}`)}>{words.say('details')}</Link>}
      </Table.Td>
      <Table.Td>
        {before && after && fields.filter((field) => !isSame(before[field.name], after[field.name])).map((field) => (
          <div key={field.name}>
            {words.label(field.label)}: <del><Value field={field} value={before[field.name]} /></del> → <ins><Value field={field} value={after[field.name]} /></ins>
          </div>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}

function differences(before: Row[], after: Row[]): Changed[] {
  const earlier = new Map(before.map((row) => [row.key, row]));
  const later = new Map(after.map((row) => [row.key, row]));
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map((key) => ({ before: earlier.get(key), after: later.get(key) }))
    .filter((one) => !isSame(one.before, one.after));
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
