import { FileInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/language';

interface Props {
  label: string;
  value: string;
  choose: (digest: string) => void;
  isRequired?: boolean;
  error?: string;
}

/** The SHA-256 of a file, computed here; the file itself stays where it is. */
export function Digest({ label, value, choose, isRequired, error }: Props) {
  const { say } = useWords();
  const [file, hold] = useState<File | null>(null);
  const chosen = async (one: File | null) => {
    hold(one);
    choose(one ? await sha256(one) : '');
  };
  return (
    <FileInput
      label={label} withAsterisk={isRequired} clearable placeholder={say('chooseFile')} error={error}
      description={value ? `${say('digest')} ${value.slice(0, 16)}…` : say('document')}
      value={file} onChange={(one) => void chosen(one)}
    />
  );
}

async function sha256(file: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
