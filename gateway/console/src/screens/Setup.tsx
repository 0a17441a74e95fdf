import { Alert, Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link, Redirect } from 'wouter';
import { askView, send } from '../api/client';
import { useWords } from '../words/language';
import type { Word } from '../words/zh';
import { useCatalog, useMyself, type Myself } from '../kit/catalog';
import { Day } from '../kit/Day';
import { newId } from '../kit/ids';
import { labelOf } from '../kit/names';
import { Failed, Loading, told, wrong } from '../kit/Notice';
import type { Page, Row } from '../kit/rows';
import { useAddress } from '../kit/time';
import { Import } from './Import';

const TREE = 'organizations/organization-tree';
const OFFICES = 'organizations/office-holders';
const MEMBERS = 'members/members';
const CODE = 'DW';

/** How far a platform is set up. */
interface Progress {
  committee: Row | null;
  hasSecretary: boolean;
  hasOrganizations: boolean;
  hasMembers: boolean;
}

/** How far the platform is; nobody but who sets it up is asked. */
function useProgress(myself: Myself | null) {
  return useQuery({
    queryKey: ['setup'],
    enabled: myself !== null && isFounder(myself),
    queryFn: async (): Promise<Progress> => {
      const [top, below, members] = await Promise.all([
        askView<Page>(TREE, { filter: 'type:PARTY_COMMITTEE', limit: 1 }),
        askView<Page>(TREE, { limit: 2 }),
        askView<Page>(MEMBERS, { limit: 1 }),
      ]);
      const committee = top.rows[0] ?? null;
      // Asked of the list, which has seen what was recorded from here.
      const offices = committee && (await askView<Page>(OFFICES, { keys: committee.key }));
      return {
        committee, hasSecretary: Boolean(offices?.rows[0]?.secretary),
        hasOrganizations: below.rows.length > 1, hasMembers: members.rows.length > 0,
      };
    },
  });
}

const isFounder = (myself: Myself): boolean => myself.roles.includes('SETUP');

const isDone = (progress: Progress): boolean =>
  progress.committee !== null && progress.hasSecretary && progress.hasOrganizations && progress.hasMembers;

/** What comes before everything else: on a platform that is not set up, that; otherwise what is given. */
export function SetUpFirst({ myself, children }: { myself: Myself; children: ReactNode }) {
  const address = useAddress();
  const { data, isPending } = useProgress(myself);
  if (!isFounder(myself)) return children;
  if (isPending) return <Loading />;
  return data && !isDone(data) ? <Redirect to={address('/setup')} replace /> : children;
}

/** 首次设置. The steps from an empty platform to one that members are on; those that are done are ticked. */
export function Setup() {
  const words = useWords();
  const { say } = words;
  const address = useAddress();
  const myself = useMyself();
  const { sheets } = useCatalog();
  const answer = useProgress(myself);
  if (!myself) return <Loading />;
  if (!isFounder(myself)) return <p role="status">{say('setupNotYours')}</p>;
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Failed error={answer.error} again={() => void answer.refetch()} />;
  const { committee, hasSecretary, hasOrganizations, hasMembers } = answer.data;
  const sheet = (service: string) => sheets.find((one) => one.service === service);
  const organizations = sheet('organizations');
  const members = sheet('members');
  return (
    <>
      <h1>{say('setup')}</h1>
      {isDone(answer.data)
        ? <Alert color="green" role="status" title={say('setupDone')}><Link href={address('/todo')}>{say('todo')}</Link></Alert>
        : <p className="quiet">{say('setupHint')}</p>}
      <ol className="steps">
        <Step title="setupCommittee" isDone={committee !== null} isNext>
          {committee ? <p>{labelOf(committee, words)}</p> : <Committee />}
        </Step>
        <Step title="setupSecretary" isDone={hasSecretary} isNext={committee !== null}>
          {committee && !hasSecretary && <Secretary committee={committee.key} person={myself.person} />}
        </Step>
        <Step title="setupOrganizations" isDone={hasOrganizations} isNext={hasSecretary}>
          {organizations && <Import sheet={organizations} isStep />}
        </Step>
        <Step title="setupMembers" isDone={hasMembers} isNext={hasOrganizations}>
          {members && <Import sheet={members} isStep />}
        </Step>
      </ol>
    </>
  );
}

/** A step: what is to be done in it is shown once its turn has come. */
function Step({ title, isDone: done, isNext, children }: { title: Word; isDone: boolean; isNext: boolean; children: ReactNode }) {
  const { say } = useWords();
  return (
    <li data-step={title} data-done={done}>
      <h2>{say(title)} <small className={done ? 'right' : 'quiet'}>{done ? `✓ ${say('done')}` : say('open')}</small></h2>
      {(done || isNext) && children}
    </li>
  );
}

/** Sends what a step says, under one key however often it is sent. */
function useStep(command: string, body: () => Record<string, unknown>, on: string) {
  const queries = useQueryClient();
  const [key] = useState(newId);
  return useMutation({
    mutationFn: () => send('organizations', command, body(), key, { effectiveOn: on, onBehalfOf: '', document: '' }),
    onSuccess: () => queries.invalidateQueries(),
  });
}

function Committee() {
  const words = useWords();
  const [id] = useState(newId);
  const [university, write] = useState('');
  const [named, name] = useState<string | null>(null);
  const [english, translate] = useState('');
  const [on, date] = useState('');
  const [isTried, setTried] = useState(false);
  const called = named ?? (university && `中共${university}委员会`);
  const sending = useStep('EstablishOrganization', () => ({
    organization: id, type: 'PARTY_COMMITTEE', hostUnitKind: null, parent: null, parentCode: null, code: CODE, labelZh: called, labelEn: english,
  }), on);
  const errors = wrong(sending.error, isTried ? [called ? '' : 'labelZh', on ? '' : 'Zhengyou-Effective-At'] : [], words);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (called && on) sending.mutate();
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <TextInput label={words.say('university')} value={university} onChange={(event) => write(event.currentTarget.value)} />
      <TextInput label={words.say('committeeName')} withAsterisk value={called} error={errors.get('labelZh')} onChange={(event) => name(event.currentTarget.value)} />
      <TextInput label={words.say('committeeNameEn')} value={english} error={errors.get('labelEn')} onChange={(event) => translate(event.currentTarget.value)} />
      <Day label={words.say('establishedOn')} description={words.say('establishedOnHint')} isRequired value={on} error={errors.get('Zhengyou-Effective-At')} choose={date} />
      {sending.isError && <p role="alert" className="wrong">{told(sending.error, words)}</p>}
      <div><Button type="submit" loading={sending.isPending}>{words.say('submit')}</Button></div>
    </form>
  );
}

function Secretary({ committee, person }: { committee: string; person: string }) {
  const words = useWords();
  const [id] = useState(newId);
  const [on, date] = useState('');
  const sending = useStep('AppointToOffice', () => ({ appointment: id, organization: committee, office: 'SECRETARY', person }), on);
  const errors = wrong(sending.error, [], words);
  return (
    <form className="form" noValidate onSubmit={(event) => {
      event.preventDefault();
      sending.mutate();
    }}>
      <p>{words.say('setupSecretaryHint')}</p>
      <Day label={words.say('since')} description={words.say('effectiveOnHint')} value={on} error={errors.get('Zhengyou-Effective-At')} choose={date} />
      {sending.isError && <p role="alert" className="wrong">{told(sending.error, words)}</p>}
      <div><Button type="submit" loading={sending.isPending}>{words.say('iAmSecretary')}</Button></div>
    </form>
  );
}
