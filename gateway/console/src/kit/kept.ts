import { useState } from 'react';

/** What is being written at this place lies in this tab until it is forgotten, so that an ended session takes no text with it. */
export function useKept<T>(place: string, begin: () => T) {
  const [held, hold] = useState<T>(() => {
    const kept = sessionStorage.getItem(place);
    return kept ? (JSON.parse(kept) as T) : begin();
  });
  const write = (changed: T) => {
    hold(changed);
    sessionStorage.setItem(place, JSON.stringify(changed));
  };
  return [held, write, () => sessionStorage.removeItem(place)] as const;
}
