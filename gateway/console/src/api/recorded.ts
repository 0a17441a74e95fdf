/**
 * What was recorded from this tab within the last minute, by service: whatever is read afterwards
 * must have seen it, also after the page was loaded anew. Views are seconds behind at most, so a
 * minute is enough; a position is never asked of another log that came into its place later.
 */
const PLACE = 'recorded';
const REMEMBERED_MILLIS = 60_000;

interface Recent {
  position: number;
  until: number;
}

/** Whatever is read from now on has seen this position of this service. */
export function remember(service: string, position: number): void {
  const kept = recent();
  const until = Date.now() + REMEMBERED_MILLIS;
  kept.set(service, { position: Math.max(position, kept.get(service)?.position ?? 0), until });
  sessionStorage.setItem(PLACE, JSON.stringify([...kept]));
}

/** The positions to be seen, as questions name them. */
export function seen(): string[] {
  return [...recent()].map(([service, { position }]) => `${service}:${position}`);
}

/** Whatever was recorded need not be seen any more. */
export function forget(): void {
  sessionStorage.removeItem(PLACE);
}

function recent(): Map<string, Recent> {
  const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? '[]') as [string, Recent][];
  return new Map(kept.filter(([, { until }]) => until > Date.now()));
}
