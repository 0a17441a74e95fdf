import { Alert, Button, FileInput, Group, Progress, Table } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { askView, type Query } from '../api/client';
import {
  chained, computed, entriesOf, evidence, factsOf, saved, type Computed, type Entry, type Evidence, type RowFacts,
} from '../api/evidence';
import type { View } from '../api/schema';
import { useWords } from '../words/language';
import type { Word } from '../words/zh';
import { useCatalog, viewAt } from '../kit/catalog';
import { download } from '../kit/download';
import { Failed, Loading, told } from '../kit/Notice';
import type { Page, Row } from '../kit/rows';
import { clocks, dayOf, minuteOf, useAddress, useWhen } from '../kit/time';
import { Value } from '../kit/Value';

const SHOWN_OF_HASH = 12;
const TIMELINE = 'insight/timeline';
const KEYS_AT_ONCE = 50;
/** Of a position in the key of a row of the timeline. */
const DIGITS = 12;

/** What a rule found, and the events it rests on. */
interface Finding {
  asksZh: string;
  asksEn: string;
  inputs: string[];
}

/** A fact on which a row rests. */
interface Input {
  service: string;
  entry: Entry;
  /** Its row of the timeline, if there is one. */
  told: Row | undefined;
  /** The rules that used it. */
  rules: Finding[];
}

interface Inputs {
  facts: RowFacts;
  logs: { service: string; identity: string; entries: Entry[] }[];
  inputs: Input[];
}

/** 核验. Every fact on which a row rests, computed again in this browser from its bytes to the head of its log. */
export function Verify({ view, id }: { view: View; id: string }) {
  const { say, label } = useWords();
  const when = useWhen();
  const address = useAddress();
  const answer = useQuery({ queryKey: ['inputs', view.path, id, when], queryFn: () => inputsOf(view.path, id, clocks(when)) });
  return (
    <>
      <h1>{say('verify')} · {label(view.label)}</h1>
      <p><Link href={address(`/${view.path}/${encodeURIComponent(id)}`)}>{say('details')}</Link> · <Link href={address('/verify')}>{say('verifySaved')}</Link></p>
      <p className="quiet">{say('verifyHint')}</p>
      {answer.isPending && <Loading />}
      {answer.isError && <Failed error={answer.error} again={() => void answer.refetch()} />}
      {answer.isSuccess && <Computing key={JSON.stringify([id, when])} path={view.path} id={id} {...answer.data} />}
    </>
  );
}

async function inputsOf(path: string, id: string, at: Record<string, string>): Promise<Inputs> {
  const [facts, { rows: [row] }] = await Promise.all([
    factsOf(path, id, at), askView<Page>(`${path}/${encodeURIComponent(id)}`, at),
  ]);
  const findings = Array.isArray(row?.trace) ? (row.trace as Finding[]) : [];
  const used = await timeline(findings.flatMap(({ inputs }) => inputs), (ids) => ({ filter: `id:${ids.join(',')}`, limit: KEYS_AT_ONCE }));
  const places = [
    ...facts.facts, ...used.map((one) => ({ source: String(one.source), position: Number(one.position) })),
  ];
  const logs = await Promise.all(
    [...Map.groupBy(places, ({ source }) => source)].map(async ([service, some]) =>
      ({ service, ...(await entriesOf(service, some.map(({ position }) => position))) })));
  const all = await timeline(logs.flatMap(({ service, entries }) => entries.map(({ position }) => `${service}-${String(position).padStart(DIGITS, '0')}`)),
    (keys) => ({ keys: keys.join(',') }));
  const inputs = logs.flatMap(({ service, entries }) => entries.map((entry) => ({
    service, entry, told: all.find((row) => row.id === entry.id), rules: findings.filter((one) => one.inputs.includes(entry.id)),
  })));
  const since = ({ entry }: Input) => entry.effectiveAt;
  return { facts, logs, inputs: inputs.toSorted((one, other) => since(one).localeCompare(since(other))) };
}

/** The timeline's rows of these facts, as a question names them. */
async function timeline(names: string[], question: (some: string[]) => Query): Promise<Row[]> {
  const found: Row[] = [];
  for (let i = 0; i < names.length; i += KEYS_AT_ONCE)
    found.push(...(await askView<Page>(TIMELINE, question(names.slice(i, i + KEYS_AT_ONCE)))).rows);
  return found;
}

function Computing({ path, id, facts, logs, inputs }: Inputs & { path: string; id: string }) {
  const words = useWords();
  const [read, tell] = useState(0);
  const computing = useMutation({
    mutationFn: async () => {
      const shares = logs.map(() => 0);
      const parts = await Promise.all(logs.map((log, i) => chained(log.service, log, (done, of) => {
        shares[i] = done / of;
        tell(shares.reduce((all, one) => all + one, 0) / shares.length);
      })));
      const file = evidence(path, id, facts, parts);
      return { file, results: await Promise.all(parts.map(computed)) };
    },
  });
  const { data } = computing;
  return (
    <>
      <Group>
        <Button onClick={() => computing.mutate()} disabled={computing.isPending}>{words.say('compute')}</Button>
        {data && <Button variant="default" onClick={() => save(data.file)}>{words.say('saveEvidence')}</Button>}
      </Group>
      {computing.isPending && <Progress aria-label={words.say('computing')} value={100 * read} />}
      {computing.isError && <p role="alert" className="wrong">{told(computing.error, words)}</p>}
      {data && <Results results={data.results} />}
      <Facts inputs={inputs} results={data?.results} />
    </>
  );
}

const save = (file: Evidence) =>
  download(`evidence-${file.view.replace('/', '-')}-${dayOf(file.knownAt)}.json`, new Blob([JSON.stringify(file)], { type: 'application/json' }));

/** Green only where everything was computed and is the same. */
function Results({ results }: { results: Computed[] }) {
  const { say } = useWords();
  return (
    <section className="verdicts" aria-live="polite" aria-label={say('computedAgain')}>
      {results.map(({ service, head, leaves, wrong }) => (
        <Alert key={service} role={wrong.length ? 'alert' : 'status'} color={wrong.length ? 'red' : 'green'} data-verdict={wrong.length ? 'differs' : 'same'}
          title={`${say(service as Word)} · ${say(wrong.length ? 'computedOther' : 'computedSame')}`}>
          {wrong.length === 0 ? say('computedLeaves', { leaves, head })
            : <ul>{wrong.map(({ position, what }) => <li key={`${position}${what}`}>{say(what, { position })}</li>)}</ul>}
        </Alert>
      ))}
      <p className="quiet">{say('notProven')}</p>
    </section>
  );
}

function Facts({ inputs, results }: { inputs: Input[]; results: Computed[] | undefined }) {
  const words = useWords();
  const catalog = useCatalog();
  const address = useAddress();
  const organization = viewAt(catalog, TIMELINE)?.fields.find(({ name }) => name === 'organization');
  const columns: Word[] = ['fact', 'organization', 'effectiveOn', 'recordedAt', 'place', 'hash', 'usedBy', 'verdict'];
  return (
    <section aria-labelledby="inputs">
      <h2 id="inputs">{words.say('restsOn', { n: inputs.length })}</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={words.say('tableOf', { of: words.say('restsOn', { n: inputs.length }) })}>
        <Table>
          <Table.Thead><Table.Tr>{columns.map((column) => (
            <Table.Th key={column} scope="col">{column === 'organization' && organization ? words.label(organization.label) : words.say(column)}</Table.Th>
          ))}</Table.Tr></Table.Thead>
          <Table.Tbody>
            {inputs.map(({ service, entry, told: row, rules }) => {
              const name = catalog.values[entry.type];
              const called = name ? words.label(name) : '';
              return (
                <Table.Tr key={`${service} ${entry.position}`} data-place={`${service}:${entry.position}`}>
                  <Table.Th scope="row">{row ? <Link href={address(`/${TIMELINE}/${row.key}`)}>{called}</Link> : called}</Table.Th>
                  <Table.Td>{row && organization ? <Value field={organization} value={row.organization} /> : words.say('none')}</Table.Td>
                  <Table.Td>{dayOf(entry.effectiveAt)}</Table.Td>
                  <Table.Td>{minuteOf(entry.recordedAt)}</Table.Td>
                  <Table.Td>{words.say(service as Word)} {entry.position}</Table.Td>
                  <Table.Td><code title={entry.leaf}>{entry.leaf.slice(0, SHOWN_OF_HASH)}…</code></Table.Td>
                  <Table.Td className="long">{rules.map((one) => (words.language === 'zh' ? one.asksZh : one.asksEn)).join('；') || words.say('none')}</Table.Td>
                  <Table.Td><Verdict entry={entry} result={results?.find((one) => one.service === service)} /></Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}

function Verdict({ entry, result }: { entry: Entry; result: Computed | undefined }) {
  const { say } = useWords();
  if (!result) return say(entry.bytes === null ? 'hashOnly' : 'notComputed');
  const wrong = result.wrong.filter(({ position }) => position === entry.position);
  if (wrong.length) return <b className="wrong">{wrong.map(({ what, position }) => say(what, { position })).join('；')}</b>;
  if (result.wrong.length) return <b className="wrong">{say('computedOther')}</b>;
  return <b className="right">{say(entry.bytes === null ? 'hashSame' : 'bytesSame')}</b>;
}

/** 核验已保存的依据. A file that was saved from such a page, computed again without asking anybody. */
export function VerifySaved() {
  const words = useWords();
  const computing = useMutation({
    mutationFn: async (file: File | null) => {
      const read = file && saved(await file.text());
      return read && { file: read, results: await Promise.all(read.logs.map(computed)) };
    },
  });
  const { data, variables } = computing;
  return (
    <>
      <h1>{words.say('verifySaved')}</h1>
      <p className="quiet">{words.say('verifySavedHint')}</p>
      <div className="form">
        <FileInput label={words.say('chooseEvidence')} accept=".json,application/json" clearable clearButtonProps={{ 'aria-label': words.say('remove') }} value={variables ?? null} onChange={(file) => computing.mutate(file)} />
      </div>
      {computing.isError && <p role="alert" className="wrong">{told(computing.error, words)}</p>}
      {variables && data === null && <p role="alert" className="wrong">{words.say('noEvidence')}</p>}
      {data && (
        <>
          <p>{words.say('asOf')} {dayOf(data.file.asOf)} · {words.say('knownAt')} {minuteOf(data.file.knownAt)} · {words.say('position')} {data.file.position} / {data.file.inboxPosition}</p>
          <Results results={data.results} />
          <Facts results={data.results}
            inputs={data.file.logs.flatMap(({ service, entries }) => entries.map((entry) => ({ service, entry, told: undefined, rules: [] })))} />
        </>
      )}
    </>
  );
}
