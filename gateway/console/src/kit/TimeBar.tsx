import { Alert, Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useWords } from '../words/language';
import { dateOf, dayNumber, LAST, phasesOf, useCampaigns } from './campaign';
import { Day } from './Day';
import { isPast, today, useWhen } from './time';

const PAUSE = 150;

const NOW = { asOf: '', knownAt: '' };

/** The two clocks of every screen: as of which day, and known at which. They stand in the address. */
export function TimeBar() {
  const { say } = useWords();
  const when = useWhen();
  const [, turn] = useSearchParams();
  const ask = (name: string, date: string) => turn((now) => {
    const changed = new URLSearchParams(now);
    if (date) changed.set(name, date);
    else changed.delete(name);
    return changed;
  }, { replace: true });
  return (
    <section className="time" aria-label={say('timeBar')}>
      <Slider asOf={when.asOf} choose={(date) => ask('asOf', date)} />
      <Day size="xs" label={say('asOf')} value={when.asOf} choose={(date) => ask('asOf', date)} />
      <Day size="xs" label={say('knownAt')} value={when.knownAt} last={today()} choose={(date) => ask('knownAt', date)} />
      {isPast(when) && (
        <Alert color="yellow" role="status" className="past">
          {say('past')}
          {when.asOf && say('asOfIs', { on: when.asOf })}{when.asOf && when.knownAt && '；'}
          {when.knownAt && say('knownAtIs', { on: when.knownAt })}
          {' '}
          <Button size="compact-xs" variant="default" onClick={() => {
            ask('asOf', '');
            ask('knownAt', '');
          }}>{say('back')}</Button>
        </Alert>
      )}
    </section>
  );
}

/** The days of the campaign up to today, with its phases; its last day is today, and means now. */
function Slider({ asOf, choose }: { asOf: string; choose: (date: string) => void }) {
  const { say } = useWords();
  const end = today() < LAST ? today() : LAST;
  const last = dayNumber(end);
  const said = asOf ? Math.min(last, Math.max(0, dayNumber(asOf))) : last;
  const [day, move] = useState(said);
  useEffect(() => move(said), [said]);
  useEffect(() => {
    if (day === said) return undefined;
    const pause = setTimeout(() => choose(day === last && end === today() ? '' : dateOf(day)), PAUSE);
    return () => clearTimeout(pause);
  });
  return (
    <div className="slider">
      <input type="range" min={0} max={last} value={day} aria-label={say('asOf')} aria-valuetext={dateOf(day)}
        onChange={(event) => move(Number(event.currentTarget.value))} />
      <Phases last={last} />
    </div>
  );
}

function Phases({ last }: { last: number }) {
  const { say } = useWords();
  const phases = phasesOf(useCampaigns(NOW));
  const place = (date: string) => Math.min(1000, Math.max(0, Math.round((1000 * dayNumber(date)) / last)));
  return (
    <svg className="phases" viewBox="0 0 1000 20" preserveAspectRatio="none" role="img" aria-label={say('phase')}>
      {phases.map(({ phase, titleZh, from, to }) => (
        <rect key={`${phase}${from}`} data-phase={phase} x={place(from)} width={Math.max(0, place(to ?? dateOf(last)) - place(from) - 3)} height={20}>
          <title>{`${say('phase')} ${phase} · ${titleZh} · ${from} – ${to ?? ''}`}</title>
        </rect>
      ))}
    </svg>
  );
}
