import { Button } from '@mantine/core';
import { csrfToken } from '../api/client';
import { useWords } from '../words/language';

/** Signs out here, or in every browser in which one has signed in. */
export function SignOut({ everywhere = false }: { everywhere?: boolean }) {
  const { say } = useWords();
  return (
    <form action="/logout" method="post" id={everywhere ? 'sign-out-everywhere' : 'sign-out'}
      onSubmit={(event) => { event.currentTarget.querySelector('input')?.setAttribute('value', csrfToken()); }}>
      <input type="hidden" name="_csrf" defaultValue="" />
      {everywhere && <input type="hidden" name="everywhere" value="true" />}
      {everywhere
        ? <Button type="submit" variant="default">{say('signOutEverywhere')}</Button>
        : <button type="submit">{say('signOut')}</button>}
    </form>
  );
}
