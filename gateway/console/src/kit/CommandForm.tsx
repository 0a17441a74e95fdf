import { Alert, Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { preview, send, type Circumstances } from '../api/client';
import { Refused } from '../api/problem';
import type { Command } from '../api/schema';
import { useWords } from '../words/language';
import { useMyself } from './catalog';
import { Entries } from './fields/Entry';
import { DocumentField } from './fields/DocumentField';
import { Day } from './Day';
import { emptied, typed, unfilled, type Filled } from './form';
import { newId } from './ids';
import { useKept } from './kept';
import { told, wrong } from './Notice';
import { Picker } from './Picker';
import { today, useWhen } from './time';
import { isOfMachines } from './Value';

const PAUSE = 400;
const PEOPLE = [{ view: 'members/members', name: 'name' }];

/** What is being written: it outlives the page, and is sent under one key however often it is sent. */
interface Draft {
  key: string;
  filled: Filled;
  circumstances: Circumstances;
}

interface Props {
  command: Command;
  /** What it is opened with. */
  given: Filled;
  /** Whether that goes without saying. */
  isGivenHidden?: boolean;
}

/** A command to be filled in, tried without effect while one writes, and sent. */
export function CommandForm({ command, given, isGivenHidden = false }: Props) {
  const words = useWords();
  const queries = useQueryClient();
  const when = useWhen();
  const [draft, write, forget] = useKept<Draft>(place(command, given), () => fresh(command, given, when.asOf));
  const [isTried, setTried] = useState(false);
  const sending = useMutation({
    mutationFn: () => send(command.service, command.name, draft.filled, draft.key, draft.circumstances),
    onSuccess: () => {
      forget();
      void queries.invalidateQueries();
    },
  });
  const missing = unfilled(command.fields, draft.filled);
  const possible = usePossible(command, draft, missing.length === 0 && !sending.isSuccess);
  const refusal = sending.error ?? possible.error;
  const errors = wrong(refusal, isTried ? missing : [], words);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0) sending.mutate();
  };
  const again = () => {
    setTried(false);
    sending.reset();
    write(fresh(command, given, when.asOf));
  };
  if (sending.isSuccess)
    return (
      <Alert color="green" role="status" title={words.say(sending.data.repeated || !sending.data.types.length ? 'unchanged' : 'recorded')}>
        <Button onClick={again}>{words.say('anotherOne')}</Button>
      </Alert>
    );
  const branch = text(draft.filled.branch) || text(draft.filled.organization);
  return (
    <form onSubmit={submit} noValidate className="form">
      <Entries fields={command.fields} filled={draft.filled} change={(filled) => write({ ...draft, filled })}
        form={{ errors, settled: settled(command, given, isGivenHidden), branch, on: draft.circumstances.effectiveOn }} />
      <Around command={command} circumstances={draft.circumstances} errors={errors}
        change={(circumstances) => write({ ...draft, circumstances })} />
      <Verdict error={isTried || !missing.length ? refusal : null} isChecking={possible.isFetching}
        isPossible={possible.isSuccess} hasEffect={possible.data?.events.length !== 0} hasErrors={errors.size > 0} />
      <Group>
        <Button type="submit" loading={sending.isPending}>{words.say('submit')}</Button>
        <span className="quiet">{words.say('draftKept')}</span>
      </Group>
    </form>
  );
}

/** What a form was opened with and does not show: ids that have no name, or all of it. */
const settled = (command: Command, given: Filled, isAll: boolean): Set<string> =>
  new Set(command.fields.filter((field) => (isAll || isOfMachines(field)) && field.name in given).map((field) => field.name));

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function fresh(command: Command, given: Filled, effectiveOn: string): Draft {
  const known = typed(command.fields.filter((field) => !field.isNew), given);
  return {
    key: newId(),
    filled: { ...emptied(command.fields), ...known },
    circumstances: { effectiveOn, onBehalfOf: '', document: '' },
  };
}

/** Where a draft lies: another one for another row that it was opened for. */
const place = ({ service, name }: Command, given: Filled): string =>
  `draft:${service}/${name}?${new URLSearchParams(given as Record<string, string>)}`;

/** Whether the command would be taken, asked when its writer pauses. */
function usePossible(command: Command, draft: Draft, isWhole: boolean) {
  const [asked] = useDebouncedValue(draft, PAUSE);
  return useQuery({
    queryKey: ['preview', command.service, command.name, asked.filled, asked.circumstances],
    queryFn: () => preview(command.service, command.name, asked.filled, asked.circumstances),
    enabled: command.hasPreview && isWhole && asked === draft,
    retry: false,
  });
}

function Verdict({ error, isChecking, isPossible, hasEffect, hasErrors }: {
  error: unknown; isChecking: boolean; isPossible: boolean; hasEffect: boolean; hasErrors: boolean;
}) {
  const words = useWords();
  if (isChecking) return <p role="status" className="quiet">{words.say('checking')}</p>;
  if (error) {
    const said = error instanceof Refused && error.problem.errors?.length ? words.say('wrong') : told(error, words);
    return <Alert role="alert" color="red" title={words.say('mayNot')}>{said}</Alert>;
  }
  if (hasErrors) return <Alert role="alert" color="red">{words.say('wrong')}</Alert>;
  if (isPossible) return <p role="status">{words.say(hasEffect ? 'mayBe' : 'noEffect')}</p>;
  return null;
}

/** When the act is true, and from which paper it is entered for whom. */
function Around({ command, circumstances, errors, change }: {
  command: Command; circumstances: Circumstances; errors: Map<string, string>; change: (changed: Circumstances) => void;
}) {
  const { say } = useWords();
  const myself = useMyself();
  return (
    <>
      <Day label={say('effectiveOn')} description={say('effectiveOnHint')} value={circumstances.effectiveOn}
        last={command.mayLieAhead ? undefined : today()} error={errors.get('Zhengyou-Effective-At')}
        choose={(effectiveOn) => change({ ...circumstances, effectiveOn })} />
      {(myself?.offices.length ?? 0) > 0 && (
        <details>
          <summary>{say('paper')}</summary>
          <Picker label={say('onBehalfOf')} places={PEOPLE} id={circumstances.onBehalfOf} error={errors.get('Zhengyou-On-Behalf-Of')}
            choose={(onBehalfOf) => change({ ...circumstances, onBehalfOf })} />
          <DocumentField label={say('document')} service={command.service} value={circumstances.document} error={errors.get('Zhengyou-Document')}
            choose={(document) => change({ ...circumstances, document })} />
        </details>
      )}
    </>
  );
}
