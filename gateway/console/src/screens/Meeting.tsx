import { Alert, Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { send } from '../api/client';
import type { Command, Field } from '../api/schema';
import { useWords } from '../words/language';
import { commandAt, useCatalog, useMyself, viewAt, type Myself } from '../kit/catalog';
import { Day } from '../kit/Day';
import { Entries } from '../kit/fields/Entry';
import { Roster } from '../kit/fields/Roster';
import { unfilled, type Filled } from '../kit/form';
import { newId } from '../kit/ids';
import { useKept } from '../kit/kept';
import { Listing } from '../kit/Listing';
import { Loading, told, wrong } from '../kit/Notice';
import { allRows, asSuch } from '../kit/rows';
import { today, useAddress } from '../kit/time';

/** A meeting that was held, as it is entered: one key for each of its facts, however often it is sent. */
interface Draft {
  activity: string;
  keys: string[];
  /** So many of its facts are recorded. */
  done: number;
  on: string;
  filled: Filled;
  present: string[];
  excused: string[];
}

/** The commands that a held meeting consists of. */
interface Parts {
  plan: Command;
  hold: Command;
  attend: Command;
}

/** 补记活动. One form for an activity that took place: what, when, and who of the branch was there. */
export function Meeting() {
  const catalog = useCatalog();
  const myself = useMyself();
  const campaigns = useQuery({ queryKey: ['campaigns'], queryFn: () => allRows('activities/calendar', { sort: '-decidedOn' }) });
  const plan = commandAt(catalog, 'activities', 'PlanActivity');
  const hold = commandAt(catalog, 'activities', 'HoldActivity');
  const attend = commandAt(catalog, 'activities', 'RecordAttendance');
  if (!myself || !campaigns.isSuccess || !plan || !hold || !attend) return <Loading />;
  return <Held parts={{ plan, hold, attend }} myself={myself} campaign={campaigns.data[0]?.key ?? ''} />;
}

function begun(myself: Myself, campaign: string): Draft {
  const own = [...new Set(myself.offices.map((held) => held.organization))];
  return {
    activity: newId(), keys: [newId(), newId(), newId()], done: 0, on: today(), present: [], excused: [],
    filled: { campaign, organization: own.length === 1 ? own[0] : '', theme: '', form: '', titleZh: '', lecturer: null },
  };
}

/** What of a held meeting is filled in: how it is planned, and who gave the lesson. */
const fieldsOf = ({ plan, hold }: Parts): Field[] => [
  ...plan.fields.filter(({ name, isNew }) => !isNew && name !== 'plannedFor'),
  ...hold.fields.filter(({ name }) => name === 'lecturer'),
];

/** The facts of a held meeting, in their order. */
function facts(parts: Parts, { activity, on, filled, present, excused }: Draft): [Command, Filled][] {
  const { lecturer, ...planned } = filled;
  return [
    [parts.plan, { ...planned, activity, plannedFor: on }],
    [parts.hold, { activity, campaign: filled.campaign, lecturer }],
    [parts.attend, { activity, branch: filled.organization, present, excused }],
  ];
}

function Held({ parts, myself, campaign }: { parts: Parts; myself: Myself; campaign: string }) {
  const words = useWords();
  const address = useAddress();
  const queries = useQueryClient();
  const activities = viewAt(useCatalog(), 'activities/activities');
  const [draft, write, forget] = useKept<Draft>('draft:meeting', () => begun(myself, campaign));
  const [isTried, setTried] = useState(false);
  const [recorded, tell] = useState('');
  const isAttended = draft.present.length + draft.excused.length > 0;
  const sending = useMutation({
    mutationFn: async () => {
      const all = facts(parts, draft).slice(0, isAttended ? 3 : 2);
      const circumstances = { effectiveOn: draft.on, onBehalfOf: '', document: '' };
      for (let i = draft.done; i < all.length; i++) {
        const [command, body] = all[i] as [Command, Filled];
        await send(command.service, command.name, body, draft.keys[i] ?? '', circumstances);
        write({ ...draft, done: i + 1 });
      }
    },
    onSuccess: () => {
      tell(draft.activity);
      forget();
      void queries.invalidateQueries();
    },
  });
  const fields = fieldsOf(parts);
  const missing = [...unfilled(fields, draft.filled), ...(draft.on ? [] : ['on'])];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0) sending.mutate();
  };
  const again = () => {
    setTried(false);
    tell('');
    sending.reset();
    write(begun(myself, campaign));
  };
  const organization = String(draft.filled.organization ?? '');
  const errors = wrong(sending.error, isTried ? missing : [], words);
  return (
    <>
      <h1>{words.say('meetingHeld')}</h1>
      <p className="quiet">{words.say('meetingHint')}</p>
      {recorded ? (
        <Alert color="green" role="status" title={words.say('recorded')}>
          <Group>
            <Button onClick={again}>{words.say('anotherOne')}</Button>
            <Link href={address(`/activities/activities/${recorded}`)}>{words.say('details')}</Link>
          </Group>
        </Alert>
      ) : (
        <form onSubmit={submit} noValidate className="form">
          <fieldset disabled={draft.done > 0} className="bare">
            <Day label={words.say('heldOn')} value={draft.on} last={today()} isRequired error={errors.get('on')}
              choose={(on) => write({ ...draft, on, present: [], excused: [] })} />
            <Entries fields={fields} filled={draft.filled}
              change={(filled) => write({ ...draft, filled, ...(filled.organization !== organization && { present: [], excused: [] }) })}
              form={{ errors, settled: new Set(campaign ? ['campaign'] : []), branch: organization, on: draft.on }} />
          </fieldset>
          {organization && draft.on && (
            <>
              <Roster label={words.say('present')} branch={organization} on={draft.on} ids={draft.present} error={errors.get('present')}
                choose={(present) => write({ ...draft, present, excused: draft.excused.filter((id) => !present.includes(id)) })} />
              <details>
                <summary>{words.say('excused')}</summary>
                <Roster label={words.say('excused')} branch={organization} on={draft.on} ids={draft.excused} error={errors.get('excused')}
                  choose={(excused) => write({ ...draft, excused, present: draft.present.filter((id) => !excused.includes(id)) })} />
              </details>
            </>
          )}
          {sending.isError && (
            <Alert role="alert" color="red" title={words.say(draft.done ? 'goesOn' : 'mayNot')}>{told(sending.error, words)}</Alert>
          )}
          <Group>
            <Button type="submit" loading={sending.isPending}>{words.say('submit')}</Button>
            <span className="quiet">{words.say('draftKept')}</span>
          </Group>
        </form>
      )}
      {activities && organization && (
        <section aria-labelledby="held">
          <h2 id="held">{words.say('heldBefore')}</h2>
          <Listing view={activities} fixed={[`organization:${asSuch(organization)}`]} without={['campaign', 'organization']} />
        </section>
      )}
    </>
  );
}
