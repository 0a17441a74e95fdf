import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { askView } from '../api/client';
import type { Command, View } from '../api/schema';
import { useWords } from '../words/language';
import { isAbout, known } from '../kit/about';
import { Acts } from '../kit/Acts';
import { isAuditor, useCatalog, useMyself, viewAt } from '../kit/catalog';
import { Listing } from '../kit/Listing';
import { Failed, Loading } from '../kit/Notice';
import { asSuch, type Page, type Row } from '../kit/rows';
import { clocks, useAddress, useWhen } from '../kit/time';
import { isOfMachines, Parts } from '../kit/Value';

/** One row with all that is shown of it, and what can be done about it. */
export function Item({ view, id }: { view: View; id: string }) {
  const words = useWords();
  const when = useWhen();
  const address = useAddress();
  const { commands } = useCatalog();
  const myself = useMyself();
  const answer = useQuery({
    queryKey: ['row', view.path, id, when],
    queryFn: () => askView<Page>(`${view.path}/${encodeURIComponent(id)}`, clocks(when)),
  });
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Failed error={answer.error} again={() => void answer.refetch()} />;
  const row = answer.data.rows[0];
  if (!row) return <p role="status">{words.say('empty')}</p>;
  const given = (command: Command) => known(command, view, row);
  return (
    <>
      <h1>{words.label(view.label)} · {words.say('details')}</h1>
      <p>
        <Link href={address(`/${view.path}`)}>{words.say('backToList')}</Link>
        {isAuditor(myself) && <> · <Link href={address(`/verify/${view.path}/${encodeURIComponent(row.key)}`)}>{words.say('verify')}</Link></>}
      </p>
      <Parts fields={view.fields} record={row} />
      <Acts commands={commands.filter((command) => isAbout(command, view))} title="whatCanBeDone" given={given} />
      <AboutParts view={view} row={row} given={given} />
      <History view={view} id={row.key} />
    </>
  );
}

/** By which field of the timeline what happened to a row is found. */
const HISTORY: Record<string, string> = {
  'organizations/organization-tree': 'organization', 'members/members': 'persons',
};

/** What happened to an organisation or a person: since when, by whom, under which clause. */
function History({ view, id }: { view: View; id: string }) {
  const { say } = useWords();
  const catalog = useCatalog();
  const timeline = viewAt(catalog, 'insight/timeline');
  const field = HISTORY[view.path];
  return timeline && field && (
    <section aria-labelledby="history">
      <h2 id="history">{say('history')}</h2>
      <Listing view={timeline} fixed={[`${field}:${asSuch(id)}`]} without={[field]} />
    </section>
  );
}

/** What can be done about the parts of a row: of who holds an office, that it ends. */
function AboutParts({ view, row, given }: {
  view: View; row: Row; given: (command: Command) => Record<string, string>;
}) {
  const { label } = useWords();
  const { commands } = useCatalog();
  const address = useAddress();
  const myself = useMyself();
  return view.fields.flatMap(({ name, member, label: called }) => {
    if (member?.kind !== 'record') return [];
    const own = member.fields.filter((part) => isOfMachines(part)).map((part) => part.name);
    const about = commands.filter((command) =>
      command.service === view.service && myself?.commands.has(`${command.service}/${command.name}`)
      && command.fields.some((field) => !field.isNew && own.includes(field.name)));
    const parts = row[name];
    if (!about.length || !Array.isArray(parts)) return [];
    return [(
      <section key={name} aria-label={label(called)}>
        <h2>{label(called)}</h2>
        {(parts as Record<string, unknown>[]).map((part, i) => (
          <div key={i}>
            <Parts fields={member.fields} record={part} />
            <ul className="acts">
              {about.map((command) => (
                <li key={command.name}>
                  <Link href={address(`/${command.service}/do/${command.name}`, { ...given(command), ...ids(part, own) })}>{label(command.label)}</Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    )];
  });
}

const ids = (part: Record<string, unknown>, names: string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (typeof part[name] === 'string' ? [[name, part[name]]] : [])));
