import { Alert, Button, Group, Progress, Select, Table } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { preview, send, type Circumstances } from '../api/client';
import type { Command, Field, View } from '../api/schema';
import { useWords } from '../words/language';
import { known } from './about';
import { Day } from './Day';
import { Entries } from './fields/Entry';
import { emptied, typed, unfilled, type Filled } from './form';
import { foundFor, foundOf } from './found';
import { newId } from './ids';
import { told, wrong } from './Notice';
import type { Row } from './rows';
import { today, useWhen } from './time';
import { Value } from './Value';

const NAMES = 2;

interface Props {
  view: View;
  /** What stands in the list, of which the first fields name a row. */
  fields: Field[];
  /** The rows that were chosen. */
  rows: Row[];
  /** The commands that can be said about one of them. */
  commands: Command[];
  /** These have been recorded. */
  done: (keys: string[]) => void;
}

/** One command said about many rows: what is common is filled in once, and each row answers for itself. */
export function Together({ commands, ...props }: Props) {
  const { say, label } = useWords();
  const [name, choose] = useState<string | null>(null);
  const command = commands.find((one) => one.name === name);
  return (
    <section aria-labelledby="together" className="form together">
      <h2 id="together">{say('together', { n: props.rows.length })}</h2>
      <Select label={say('acts')} placeholder={say('choose')} value={name} onChange={choose}
        data={commands.map((one) => ({ value: one.name, label: label(one.label) }))} />
      {command && <Common key={command.name} command={command} {...props} />}
    </section>
  );
}

/** What a row is sent with however often it is sent. */
interface Own {
  key: string;
  ids: Filled;
}

/** What became of the rows, as far as they have been asked. */
interface Outcome {
  isTrial: boolean;
  asked: number;
  taken: number;
  refused: { row: Row; error: unknown }[];
}

function Common({ command, view, fields, rows, done }: Omit<Props, 'commands'> & { command: Command }) {
  const words = useWords();
  const when = useWhen();
  const queries = useQueryClient();
  const [filled, fill] = useState<Filled>(() => emptied(command.fields.filter((field) => !field.isNew)));
  const [effectiveOn, date] = useState(when.asOf);
  const [outcome, tell] = useState<Outcome | null>(null);
  const [isTried, setTried] = useState(false);
  const own = useRef(new Map<string, Own>());
  const isStopped = useRef(false);
  const first = rows[0];
  const settled = new Set([
    ...Object.keys(first ? known(command, view, first) : {}), ...Object.keys(foundFor(command)),
  ]);
  const common = command.fields.filter((field) => !field.isNew && !settled.has(field.name));
  const missing = unfilled(common, filled);
  const circumstances: Circumstances = { effectiveOn, onBehalfOf: '', document: '' };
  const ofRow = (row: Row): Own => {
    const kept = own.current.get(row.key)
      ?? { key: newId(), ids: emptied(command.fields.filter((field) => field.isNew)) };
    own.current.set(row.key, kept);
    return kept;
  };
  const body = async (row: Row): Promise<Filled> => {
    const given = typed(command.fields, known(command, view, row));
    return { ...filled, ...ofRow(row).ids, ...given, ...(await foundOf(command, row, when)) };
  };
  const sending = useMutation({
    mutationFn: async (isTrial: boolean) => {
      isStopped.current = false;
      const state: Outcome = { isTrial, asked: 0, taken: 0, refused: [] };
      const recorded: string[] = [];
      for (const row of rows) {
        if (isStopped.current) break;
        try {
          const whole = await body(row);
          if (isTrial) await preview(command.service, command.name, whole, circumstances);
          else {
            await send(command.service, command.name, whole, ofRow(row).key, circumstances);
            recorded.push(row.key);
          }
          state.taken++;
        } catch (error) {
          state.refused.push({ row, error });
        }
        state.asked++;
        tell({ ...state, refused: [...state.refused] });
      }
      done(recorded);
      if (recorded.length) await queries.invalidateQueries();
    },
  });
  const start = (isTrial: boolean) => {
    setTried(true);
    if (missing.length === 0) sending.mutate(isTrial);
  };
  return (
    <>
      <p className="quiet">{words.say('clause', { clause: command.clauses.join(', ') })}</p>
      <Entries fields={common} filled={filled} change={fill} form={{
        errors: wrong(null, isTried ? missing : [], words),
        settled, branch: '', on: effectiveOn,
      }} />
      <Day label={words.say('effectiveOn')} description={words.say('effectiveOnHint')} value={effectiveOn}
        last={command.mayLieAhead ? undefined : today()} choose={date} />
      <Group>
        {command.hasPreview && (
          <Button variant="default" disabled={sending.isPending || !rows.length} onClick={() => start(true)}>{words.say('preview')}</Button>
        )}
        <Button loading={sending.isPending} disabled={!rows.length} onClick={() => start(false)}>{words.say('submitAll', { n: rows.length })}</Button>
        {sending.isPending && <Button variant="default" onClick={() => { isStopped.current = true; }}>{words.say('stop')}</Button>}
      </Group>
      {outcome && <Told outcome={outcome} total={sending.isPending ? rows.length : outcome.asked} fields={fields.slice(0, NAMES)} />}
    </>
  );
}

function Told({ outcome: { isTrial, asked, taken, refused }, total, fields }: { outcome: Outcome; total: number; fields: Field[] }) {
  const words = useWords();
  const progress = words.say('progress', { done: asked, total });
  return (
    <div aria-live="polite">
      {asked < total && <Progress aria-label={progress} value={(100 * asked) / total} />}
      <p role="status">{asked < total ? progress : words.say(isTrial ? 'couldBe' : 'wereRecorded', { n: taken })}</p>
      {refused.length > 0 && (
        <Alert color="red" role="alert" title={words.say('refusedRows', { n: refused.length })}>
          <Table>
            <Table.Tbody>
              {refused.map(({ row, error }) => (
                <Table.Tr key={row.key}>
                  {fields.map((field) => <Table.Td key={field.name}><Value field={field} value={row[field.name]} /></Table.Td>)}
                  <Table.Td>{told(error, words)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Alert>
      )}
    </div>
  );
}
