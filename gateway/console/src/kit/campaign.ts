import { useQuery } from '@tanstack/react-query';
import { allRows, type Row } from './rows';
import { clocks, type When } from './time';

/** The first and the last day of the campaign's two years, as far as screens show them. */
export const FIRST = '2010-05-01';
export const LAST = '2012-12-31';

const DAY = 86_400_000;
const FOR_A_WHILE = 60_000;

/** A phase of the campaign; its end is null while it is not known. */
export interface Phase {
  phase: number;
  titleZh: string;
  from: string;
  to: string | null;
}

/** Days since the first one. */
export const dayNumber = (date: string): number => Math.round((Date.parse(date) - Date.parse(FIRST)) / DAY);

/** The date so many days after the first one. */
export const dateOf = (day: number): string => new Date(Date.parse(FIRST) + day * DAY).toISOString().slice(0, 10);

/** The campaigns with their phases and milestones. */
export function useCampaigns(when: When): Row[] {
  return useQuery({
    queryKey: ['campaigns', when],
    queryFn: () => allRows('activities/calendar', { sort: 'key', ...clocks(when) }),
    staleTime: FOR_A_WHILE,
  }).data ?? [];
}

/** The phases of these campaigns. */
export const phasesOf = (campaigns: Row[]): Phase[] => campaigns.flatMap((campaign) => campaign.phases as Phase[]);
