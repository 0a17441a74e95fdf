/** One bad part of a request. */
export interface FieldError {
  field: string;
  reason: string;
  reasonZh?: string;
}

/** An RFC 9457 answer of a service or the gateway. */
export interface Problem {
  type: string;
  status: number;
  code: string;
  clause?: string;
  title: string;
  titleZh?: string;
  detail?: string;
  errors?: FieldError[];
  errorId?: string;
}

/** The platform said no; the problem says why. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }

  /** Whether this part of the request was bad. */
  names(field: string): boolean {
    return (this.problem.errors ?? []).some((one) => one.field === field);
  }
}

/** The platform could not be reached; nothing is known of what was asked. */
export class Unreachable extends Error {}
