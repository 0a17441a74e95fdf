import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useWords } from '../words/language';
import type { Word } from '../words/zh';
import { useCatalog } from '../kit/catalog';
import { counted, type Counted } from '../kit/rows';
import { today, useAddress, useWhen, type When } from '../kit/time';
import { count, share } from './figures';

const VIEW = 'activities/plan-cascade';
/** The levels, from above. */
const LEVELS = ['PARTY_COMMITTEE', 'GENERAL_BRANCH', 'DIRECT_BRANCH', 'BRANCH'] as const;
/** On any day. */
const EVER = '2010-01-01..';
/** What is counted of a level, and the filter that finds those that are meant. */
const COUNTED: readonly [Word, string[]][] = [
  ['organizationsOf', []],
  ['planAdopted', [`adoptedOn:${EVER}`]],
  ['planOpen', ['plan:']],
  ['receiptOpen', [`conveyedOn:${EVER}`, 'acknowledged:false']],
  ['metOver', [`meetingOn:${EVER}`]],
  ['meetingOpen', ['meetingOn:']],
];

/** How many organisations of each level, for each of what is counted. */
async function levels(when: When): Promise<Map<Word, Counted[]>> {
  return new Map(await Promise.all(COUNTED.map(async ([word, filter]) => [word, await counted(VIEW, 'type', when, filter)] as const)));
}

/** 方案落实. Which level has come how far with its plans: a bar for each, and a table of which every figure leads to the organisations it counts. */
export function PlanCascade() {
  const words = useWords();
  const when = useWhen();
  const address = useAddress();
  const { values } = useCatalog();
  const { data } = useQuery({ queryKey: ['cascade', when], queryFn: () => levels(when) });
  if (!data) return null;
  const figure = (word: Word, type: string) => data.get(word)?.find((one) => one.type === type)?.count ?? 0;
  const shown = LEVELS.filter((type) => figure('organizationsOf', type) > 0);
  const name = (type: string) => (values[type] ? words.label(values[type]) : '');
  return (
    <section aria-labelledby="cascade">
      <h2 id="cascade">{words.say('cascade')}</h2>
      <ul className="bars">
        {shown.map((type) => {
          const done = figure('planAdopted', type);
          const all = figure('organizationsOf', type);
          return (
            <li key={type}>
              <span>{name(type)}</span>
              <meter min={0} max={all} value={done} aria-label={name(type)} />
              <span>{words.say('adoptedOf', { share: share(done, all), done: count(done), all: count(all) })}</span>
            </li>
          );
        })}
      </ul>
      <div className="scroll" tabIndex={0} role="region" aria-label={words.say('tableOf', { of: words.say('cascade') })}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.say('levelOf')}</Table.Th>
              {COUNTED.map(([word]) => <Table.Th key={word} scope="col">{words.say(word)}</Table.Th>)}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((type) => (
              <Table.Tr key={type} data-level={type}>
                <Table.Th scope="row">{name(type)}</Table.Th>
                {COUNTED.map(([word, filter]) => {
                  const n = figure(word, type);
                  return <Table.Td key={word}>{n ? <Link href={address(`/${VIEW}`, {}, [`type:${type}`, ...filter])}>{count(n)}</Link> : 0}</Table.Td>;
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <p className="quiet">{words.say('asOf')} {when.asOf || today()}</p>
    </section>
  );
}
