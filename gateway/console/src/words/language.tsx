import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Label } from '../api/schema';
import { en } from './en';
import { zh, type Word } from './zh';

/** A language of the console. */
export type Language = 'zh' | 'en';

interface Speaking {
  language: Language;
  turn: () => void;
}

const KEY = 'language';
const Context = createContext<Speaking>({ language: 'zh', turn: () => {} });

/** Lets everything below speak the language that was chosen last in this browser, or its own. */
export function Speaking({ children }: { children: ReactNode }) {
  const [language, choose] = useState<Language>(chosen);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    localStorage.setItem(KEY, language);
  }, [language]);
  const turn = () => choose(language === 'zh' ? 'en' : 'zh');
  return <Context value={{ language, turn }}>{children}</Context>;
}

function chosen(): Language {
  const said = localStorage.getItem(KEY) ?? navigator.language;
  return said.startsWith('zh') ? 'zh' : 'en';
}

/** The language, the words and the labels in it. */
export function useWords() {
  const { language, turn } = useContext(Context);
  const words = language === 'zh' ? zh : en;
  return {
    language,
    turn,
    /** A word, with its places filled in. */
    say(word: Word, places: Record<string, string | number> = {}): string {
      return words[word].replace(/\{(\w+)\}/g, (_, name: string) => String(places[name] ?? ''));
    },
    /** A label. */
    label: (label: Label): string => (language === 'zh' ? label.zh || label.en : label.en),
  };
}

/** The words and labels of the language. */
export type Words = ReturnType<typeof useWords>;
