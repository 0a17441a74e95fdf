import { useQuery } from '@tanstack/react-query';
import { askView } from '../api/client';
import type { Command } from '../api/schema';
import { useWords } from '../words/language';
import { commandAt, useCatalog, useMyself, viewAt, type Myself } from '../kit/catalog';
import { CommandForm } from '../kit/CommandForm';
import { Listing } from '../kit/Listing';
import { labelOf } from '../kit/names';
import { Failed, Loading } from '../kit/Notice';
import { allRows, asSuch, type Page, type Row } from '../kit/rows';
import { clocks, useWhen, type When } from '../kit/time';

/** A report that the reader owes in an open cycle: as a member, or as secretary of an organisation. */
interface Due {
  year: string;
  /** What the organisation is called; empty for one's own. */
  of: Row | null;
  given: Record<string, string>;
}

/** The reports that are due: in each open cycle one's own, and those of the organisations one is secretary of. */
async function dues({ person, offices }: Myself, when: When): Promise<Due[]> {
  const question = clocks(when);
  const heads = offices.filter((held) => held.office === 'SECRETARY').map((held) => held.organization);
  const [cycles, schemes, filed, self, organizations] = await Promise.all([
    allRows('evaluations/review-cycles', { filter: 'closedOn:', ...question }),
    allRows('evaluations/schemes', { sort: 'version', ...question }),
    allRows('evaluations/duty-reports', { filter: `reporter:${asSuch(person)}`, ...question }),
    askView<Page>(`members/members/${encodeURIComponent(person)}`, question),
    heads.length ? allRows('organizations/organization-tree', { filter: `key:${heads.map(asSuch).join(',')}`, ...question }) : [],
  ]);
  const scheme = (kind: unknown) => schemes.findLast((one) => one.appliesTo === kind)?.key ?? '';
  const subjects = [
    ...self.rows.map((row) => ({
      of: null, subject: row.key, subjectKind: 'MEMBER', scheme: scheme(row.kind), alsoAsMember: 'false',
    })),
    ...organizations.filter((row) => row.secondTier)
      .map((row) => ({ of: row, subject: row.key, subjectKind: 'ORGANIZATION', scheme: scheme('ORGANIZATION') })),
  ];
  return cycles.flatMap((cycle) => subjects
    .filter(({ subject }) => !filed.some((one) => one.year === cycle.year && one.subject === subject))
    .map(({ of, ...given }) => ({ of, year: String(cycle.year), given: { ...given, cycle: cycle.key, reporter: person } })));
}

/** 述职. What is to be reported by the reader, each with its form, and what was reported before. */
export function Report() {
  const { say } = useWords();
  const when = useWhen();
  const catalog = useCatalog();
  const myself = useMyself();
  const answer = useQuery({
    queryKey: ['dues', myself?.person, when],
    queryFn: () => (myself ? dues(myself, when) : []),
    enabled: myself !== null,
  });
  const command = commandAt(catalog, 'evaluations', 'FileDutyReport');
  const before = viewAt(catalog, 'evaluations/duty-reports');
  if (!myself || answer.isPending) return <Loading />;
  if (answer.isError) return <Failed error={answer.error} again={() => void answer.refetch()} />;
  return (
    <>
      <h1>{say('myReport')}</h1>
      {answer.data.length === 0 && <p role="status">{say('noReportDue')}</p>}
      {command && answer.data.map((due) => <Owed key={`${due.given.cycle} ${due.given.subject}`} due={due} command={command} />)}
      {before && (
        <section aria-labelledby="reported">
          <h2 id="reported">{say('reportsBefore')}</h2>
          <Listing view={before} fixed={[`reporter:${asSuch(myself.person)}`]} without={['reporter']} />
        </section>
      )}
    </>
  );
}

function Owed({ due: { year, of, given }, command }: { due: Due; command: Command }) {
  const words = useWords();
  const { say } = words;
  const name = of ? labelOf(of, words) : say('oneself');
  const title = `due-${given.cycle}-${given.subject}`;
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{say('reportOf', { year, name })}</h2>
      {given.scheme ? <CommandForm command={command} given={given} isGivenHidden /> : <p role="status">{say('noScheme')}</p>}
    </section>
  );
}
