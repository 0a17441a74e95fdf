import { useQuery } from '@tanstack/react-query';
import { Table } from '@mantine/core';
import { Link } from 'wouter';
import { useWords } from '../words/language';
import { useCatalog } from '../kit/catalog';
import { labelOf } from '../kit/names';
import { Failed, Loading } from '../kit/Notice';
import { dayOf, useAddress, useWhen } from '../kit/time';
import { Coverage } from './Coverage';
import { count, figures, inOrder, isBranch, share, stands, sum, THEMES, type Line } from './figures';
import { PlanCascade } from './PlanCascade';
import { ReviewProgress } from './ReviewProgress';
import { TwoYears } from './TwoYears';

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
          <Coverage lines={lines} />
          <TwoYears />
          <PlanCascade />
          <ReviewProgress />
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
  const name = ({ row }: Line) => labelOf(row, words);
  return (
    <section aria-labelledby="organizations">
      <h2 id="organizations">{words.say('organizationsTable')}</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={words.say('tableOf', { of: words.say('organizationsTable') })}>
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
