import { Alert, Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'wouter';
import { send } from '../api/client';
import { Unreachable } from '../api/problem';
import type { Command, Place } from '../api/schema';
import { useWords } from '../words/language';
import { Day } from '../kit/Day';
import { newId } from '../kit/ids';
import { digestOf, grouped, newCode } from '../kit/invite';
import { told, wrong } from '../kit/Notice';
import { Picker } from '../kit/Picker';
import { useNamed } from '../kit/Reference';
import { dayOf, today } from '../kit/time';

const DAYS = 14;
const NOW = { effectiveOn: '', onBehalfOf: '', document: '' };

/** What is sent, and the code, which is not. */
interface Attempt {
  key: string;
  invite: string;
  code: string;
  member: string;
  expiresOn: string;
}

const made = (member: string, expiresOn: string): Attempt =>
  ({ key: newId(), invite: newId(), code: newCode(), member, expiresOn });

/**
 * 账号邀请. Makes the code of an invite, has its digest recorded, and shows the code once, to be
 * printed. It is kept nowhere: not in a draft, not in the address, not after this screen is left.
 */
export function Invite({ command }: { command: Command }) {
  const words = useWords();
  const { say, label } = words;
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const [member, choose] = useState(search.get('member') ?? '');
  const [expiresOn, until] = useState(latest);
  const [isTried, setTried] = useState(false);
  const places = command.fields.find((field) => field.name === 'member')?.places ?? [];
  const issuing = useMutation({
    mutationFn: async (attempt: Attempt) => {
      const { key, invite, code, ...said } = attempt;
      await send(command.service, command.name, { invite, ...said, codeDigest: await digestOf(code) }, key, NOW);
      return attempt;
    },
    gcTime: 0,
    onSuccess: () => void queries.invalidateQueries(),
  });
  if (issuing.isSuccess)
    return <Paper places={places} attempt={issuing.data} again={() => { setTried(false); choose(''); issuing.reset(); }} />;
  // Nobody knows what became of it: the same once more, which acts once.
  const pending = issuing.error instanceof Unreachable ? issuing.variables : undefined;
  const isSame = pending?.member === member && pending.expiresOn === expiresOn;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (member) issuing.mutate(pending && isSame ? pending : made(member, expiresOn));
  };
  const errors = wrong(issuing.error, [], words);
  return (
    <>
      <h1>{label(command.label)}</h1>
      <p className="quiet">{say('clause', { clause: command.clauses.join(', ') })}</p>
      <p>{say('inviteHint')}</p>
      <form onSubmit={submit} noValidate className="form">
        <Picker label={say('inviteFor')} places={places} id={member} isRequired choose={choose}
          error={isTried && !member ? say('required') : errors.get('member')} />
        <Day label={say('validUntil')} value={expiresOn} last={latest()} choose={(date) => until(date || latest())} error={errors.get('expiresOn')} />
        {issuing.error && <Alert role="alert" color="red" title={say('mayNot')}>{told(issuing.error, words)}</Alert>}
        <Group><Button type="submit" loading={issuing.isPending}>{say('makeInvite')}</Button></Group>
      </form>
    </>
  );
}

/** The last day on which an invite of today may be used. */
function latest(): string {
  const last = new Date(`${today()}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + DAYS);
  return dayOf(last.toISOString());
}

/** What is handed over: it can be printed as long as this screen is open, and never be shown again. */
function Paper({ places, attempt, again }: { places: Place[]; attempt: Attempt; again: () => void }) {
  const { say } = useWords();
  const person = useNamed(places, attempt.member);
  return (
    <>
      <article className="slip" aria-labelledby="slip">
        <h1 id="slip">{say('inviteTitle')}</h1>
        <dl className="parts">
          <div><dt>{say('inviteFor')}</dt><dd>{person?.name ?? ''}</dd></div>
          <div><dt>{say('inviteCode')}</dt><dd><code id="code">{grouped(attempt.code)}</code></dd></div>
          <div><dt>{say('inviteAddress')}</dt><dd>{location.origin}</dd></div>
          <div><dt>{say('validUntil')}</dt><dd>{attempt.expiresOn}</dd></div>
        </dl>
        <p>{say('inviteSteps')}</p>
      </article>
      <section className="unprinted">
        <p role="status"><strong>{say('inviteOnce')}</strong></p>
        <Group>
          <Button onClick={() => window.print()}>{say('print')}</Button>
          <Button variant="default" onClick={again}>{say('anotherOne')}</Button>
        </Group>
      </section>
    </>
  );
}
