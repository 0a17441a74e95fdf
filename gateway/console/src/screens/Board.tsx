import { useQuery } from '@tanstack/react-query';
import { Table } from '@mantine/core';
import { Link } from 'wouter';
import { askView } from '../api/client';
import { useWords } from '../words/language';
import { useCatalog } from '../kit/catalog';
import { Failed, Loading } from '../kit/Notice';
import { allRows, counted, type Counted, type Page, type Row } from '../kit/rows';
import { clocks, dayOf, useAddress, useWhen, type When } from '../kit/time';

const THEMES = [
  'PARTY_SPIRIT_EDUCATION', 'POST_DEDICATION', 'SERVING_TEACHERS_AND_STUDENTS', 'BADGE_OF_EXAMPLE',
  'ORGANIZATIONAL_INNOVATION',
] as const;

/** What is counted of one organisation. */
interface Line {
  row: Row;
  members: number;
  /** Members reached, by theme. */
  reached: Map<string, number>;
  /** Things done, by figure. */
  figures: Map<string, number>;
  /** Activities held, by theme. */
  held: Map<string, number>;
}

interface Figures {
  asOf: string;
  facts: number;
  lines: Line[];
}

/**
 * The figures of all organisations, counted by the service, in the order of their Chinese names. One
 * that has ended stands under its heir, or the one that was above it: what it did stays counted there.
 */
async function figures(when: When): Promise<Figures> {
  const question = clocks(when);
  const [page, standing, ended, members, reached, done, themes] = await Promise.all([
    askView<Page>('insight/dashboard', { limit: 1, ...question }),
    allRows('insight/dashboard', { sort: 'labelZh', ...question }),
    allRows('insight/ended-organizations', { sort: 'key', ...question }),
    counted('insight/members-reached', 'branch', when),
    counted('insight/members-reached', 'branch,themes', when),
    counted('insight/progress', 'organization,figure', when),
    counted('insight/progress', 'organization,theme', when),
  ]);
  const rows = [...standing, ...ended.map((row) => ({ ...row, parent: row.countedUnder }))];
  const lines = new Map<string, Line>(rows.map((row) =>
    [row.key, { row, members: 0, reached: new Map(), figures: new Map(), held: new Map() }]));
  members.forEach((one) => {
    const line = lines.get(one.branch ?? '');
    if (line) line.members = one.count;
  });
  spread(reached, 'branch', 'themes', lines, (line) => line.reached);
  spread(done, 'organization', 'figure', lines, (line) => line.figures);
  spread(themes, 'organization', 'theme', lines, (line) => line.held);
  return { asOf: page.asOf, facts: page.inboxPosition, lines: [...lines.values()] };
}

function spread(
  all: Counted[], of: string, by: string, lines: Map<string, Line>, into: (line: Line) => Map<string, number>,
): void {
  for (const one of all) {
    const line = lines.get(one[of] as string);
    const what = one[by];
    if (line && typeof what === 'string') into(line).set(what, one.count);
  }
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);
const count = (number: number): string => number.toLocaleString('en');
const share = (part: number, whole: number): string => (whole ? `${((100 * part) / whole).toFixed(1)} %` : '–');
const stands = ({ row }: Line): boolean => !row.endedOn;
const isBranch = ({ row }: Line): boolean => row.type === 'BRANCH' || row.type === 'DIRECT_BRANCH';

/** 看板. What all organisations have done, as of the day of the time bar. */
export function Board() {
  const words = useWords();
  const when = useWhen();
  const answer = useQuery({ queryKey: ['board', when], queryFn: () => figures(when), placeholderData: (before) => before });
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Failed error={answer.error} again={() => void answer.refetch()} />;
  const { lines, asOf, facts } = answer.data;
  return (
    <div aria-busy={answer.isPlaceholderData}>
      <h1>{words.say('board')}</h1>
      {!lines.some(stands) ? <p role="status">{words.say('empty')}</p> : (
        <>
          <Totals lines={lines} />
          <Themes lines={lines} />
          <Organizations lines={lines} />
        </>
      )}
      <p className="quiet" id="basis">{words.say('asOf')} {dayOf(asOf)} · {words.say('facts', { n: count(facts) })}</p>
    </div>
  );
}

function Totals({ lines }: { lines: Line[] }) {
  const { say } = useWords();
  const done = (name: string) => sum(lines.map((line) => line.figures.get(name) ?? 0));
  const shown = [
    ['membersCount', sum(lines.map((line) => line.members))],
    ['secondTier', lines.filter((line) => line.row.secondTier).length],
    ['branches', lines.filter(isBranch).length],
    ['plans', lines.filter((line) => line.figures.has('PLAN_ADOPTED')).length],
    ['reviews', done('DUTY_REPORT')],
    ['results', done('REVIEW_RESULT')],
    ['commended', done('COMMENDATION')],
  ] as const;
  return (
    <ul className="figures">
      {shown.map(([name, value]) => (
        <li key={name} data-figure={name}><b>{count(value)}</b> <small>{say(name)}</small></li>
      ))}
    </ul>
  );
}

function Themes({ lines }: { lines: Line[] }) {
  const words = useWords();
  const { values } = useCatalog();
  const members = sum(lines.map((line) => line.members));
  return (
    <section aria-labelledby="themes">
      <h2 id="themes">{words.say('themes')}</h2>
      <ul className="bars">
        {THEMES.map((theme) => {
          const reached = sum(lines.map((line) => line.reached.get(theme) ?? 0));
          const held = sum(lines.map((line) => line.held.get(theme) ?? 0));
          const name = values[theme] ? words.label(values[theme]) : theme;
          return (
            <li key={theme} data-theme={theme}>
              <span>{name}</span>
              <meter min={0} max={members || 1} value={reached} aria-label={name} />
              <span>{count(held)} {words.say('held')} · {words.say('reached')} {share(reached, members)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Members belong to branches: what an organisation counts is what it and all below it have. */
function Organizations({ lines }: { lines: Line[] }) {
  const words = useWords();
  const address = useAddress();
  const columns = ['organization', 'membersCount', 'plan', 'meeting', 'heldActivities', 'coverage', 'reports', 'results', 'nominations', 'commended'] as const;
  const name = ({ row }: Line) => String((words.language === 'en' && row.labelEn) || row.labelZh);
  return (
    <section aria-labelledby="organizations">
      <h2 id="organizations">{words.say('organizationsTable')}</h2>
      <div className="scroll" tabIndex={0} role="region" aria-labelledby="organizations">
        <Table>
          <Table.Thead>
            <Table.Tr>{columns.map((column) => <Table.Th key={column} scope="col">{words.say(column)}</Table.Th>)}</Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {inOrder(lines, name, words.language).filter(({ line }) => stands(line)).map(({ line, depth, below }) => {
              const done = (figure: string) => count(sum(below.map((one) => one.figures.get(figure) ?? 0)));
              const members = sum(below.map((one) => one.members));
              const reached = sum(below.flatMap((one) => [...one.reached.values()]));
              const mark = (figure: string) => words.say(line.figures.has(figure) ? 'done' : 'open');
              return (
                <Table.Tr key={line.row.key} data-key={line.row.key} data-depth={depth}>
                  <Table.Th scope="row"><Link href={address(`/organizations/organization-tree/${line.row.key}`)}>{name(line)}</Link></Table.Th>
                  <Table.Td>{count(members)}</Table.Td>
                  <Table.Td>{mark('PLAN_ADOPTED')}</Table.Td>
                  <Table.Td>{mark('MOBILIZATION_MEETING')}</Table.Td>
                  <Table.Td>{count(sum(below.flatMap((one) => [...one.held.values()])))}</Table.Td>
                  <Table.Td>{share(reached, members * THEMES.length)}</Table.Td>
                  <Table.Td>{done('DUTY_REPORT')}</Table.Td>
                  <Table.Td>{done('REVIEW_RESULT')}</Table.Td>
                  <Table.Td>{done('NOMINATION')}</Table.Td>
                  <Table.Td>{done('COMMENDATION')}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}

interface Placed {
  line: Line;
  depth: number;
  /** The line and all below it. */
  below: Line[];
}

/** Every line under the one above it; one whose organisation above is not shown stands alone. */
function inOrder(lines: Line[], name: (line: Line) => string, language: string): Placed[] {
  const order = new Intl.Collator('en', { numeric: true });
  const shown = new Set(lines.map((line) => line.row.key));
  // In Chinese they come in order: the service knows 第二 from 第十.
  const sorted = language === 'zh' ? lines : lines.toSorted((one, other) => order.compare(name(one), name(other)));
  const byParent = Map.groupBy(sorted, ({ row }) => (shown.has(String(row.parent)) ? String(row.parent) : ''));
  const placed: Placed[] = [];
  const walk = (parent: string, depth: number): Line[] =>
    (byParent.get(parent) ?? []).flatMap((line) => {
      const at: Placed = { line, depth, below: [] };
      placed.push(at);
      at.below = [line, ...walk(line.row.key, depth + 1)];
      return at.below;
    });
  walk('', 0);
  return placed;
}
