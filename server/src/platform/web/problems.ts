import { AppError, type ErrorCode, httpStatus, type Problem } from '@nghisu/shared/platform/errors.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { z } from 'zod';
import { isDatabaseAway } from '../database/away.ts';
import type { Log } from '../log.ts';

export type Language = 'vi' | 'en';

/** Sentences by error code and by reason, in both languages. */
export type ProblemMessages = {
  readonly codes: Record<Language, Record<ErrorCode, string>>;
  readonly reasons: Record<Language, Readonly<Record<string, string>>>;
};

export type ProblemWriter = {
  /** The problem answer of any thrown value. A bug is logged under its trace and tells nothing of itself. */
  of(error: unknown, language: Language): Problem;
};

/** Vietnamese unless the reader asks for English. */
export const languageOf = (wanted: unknown): Language =>
  typeof wanted === 'string' && /^en\b/i.test(wanted) ? 'en' : 'vi';

const zodLocales: Record<Language, () => Parameters<typeof z.config>[0]> = {
  vi: z.locales.vi,
  en: z.locales.en,
};

/** The sentence of one field, in the reader's language whatever the parser was set to. */
function fieldMessage(issue: z.core.$ZodIssue, language: Language): string {
  const localised = zodLocales[language]()?.localeError?.({
    ...issue,
    input: undefined,
  } as z.core.$ZodRawIssue);
  return typeof localised === 'string' ? localised : (localised?.message ?? issue.message);
}

/** Writes RFC 9457 problems in the reader's language. */
export function createProblemWriter(messages: ProblemMessages, log: Log): ProblemWriter {
  return {
    of(error, language) {
      if (isDatabaseAway(error)) {
        log.warn({ err: error }, 'the database could not be asked');
        return write('unavailable', null, language, {});
      }
      if (!(error instanceof AppError)) {
        const trace = newId();
        log.error({ err: error, trace }, 'an unexpected error was answered');
        return write('internal', null, language, { trace });
      }
      const issues = error.cause instanceof z.ZodError ? error.cause.issues : [];
      const fields = issues.slice(0, 20).map(issue => ({
        path: issue.path.join('.'),
        message: fieldMessage(issue, language),
      }));
      return write(error.code, error.reason, language, {
        ...(fields.length > 0 && { fields }),
        detail: error.detail,
      });
    },
  };

  function write(
    code: ErrorCode,
    reason: string | null,
    language: Language,
    more: { trace?: string; fields?: Problem['fields'] & object; detail?: AppError['detail'] },
  ): Problem {
    const sentence = (reason && messages.reasons[language][reason]) || messages.codes[language][code];
    const title = sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(more.detail?.[key] ?? ''));
    return {
      type: `urn:nghisu:problem:${reason ?? code}`,
      code,
      reason,
      title,
      status: httpStatus[code],
      ...(more.fields && { fields: more.fields }),
      ...(more.trace && { trace: more.trace }),
    };
  }
}
