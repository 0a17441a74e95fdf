import { useMemo } from 'react';
import { useSearchParams } from 'wouter';

// ISO dates, as Sweden writes them
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const MINUTE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short',
});

/** The day it is at the university, wherever the browser is. */
export const today = (now: Date = new Date()): string => DAY.format(now);

/** The day at the university of an instant. */
export const dayOf = (instant: string): string => DAY.format(new Date(instant));

/** Day and minute at the university of an instant. */
export const minuteOf = (instant: string): string => MINUTE.format(new Date(instant));

/** The two clocks of a question; empty for now. */
export interface When {
  asOf: string;
  knownAt: string;
}

/** What a question says of its clocks: nothing about now. */
export function clocks({ asOf, knownAt }: When): Record<string, string> {
  return { ...(asOf && { asOf }), ...(knownAt && { knownAt }) };
}

/** The clocks that the address names. */
export function useWhen(): When {
  const [search] = useSearchParams();
  const asOf = date(search.get('asOf'));
  const knownAt = date(search.get('knownAt'));
  return useMemo(() => ({ asOf, knownAt }), [asOf, knownAt]);
}

/** Whether anything but now is asked about. */
export const isPast = ({ asOf, knownAt }: When): boolean => asOf !== '' || knownAt !== '';

function date(text: string | null): string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '';
}

/** An address of the console as of the same clocks, with parameters and filters. */
export function useAddress(): (path: string, more?: Record<string, string>, filters?: string[]) => string {
  const when = useWhen();
  return (path, more = {}, filters = []) => {
    const search = new URLSearchParams({ ...clocks(when), ...more });
    filters.forEach((one) => search.append('filter', one));
    return search.size ? `${path}?${search}` : path;
  };
}
