/** A refusal as it arrives on the wire; see session/problem.go for what each code and reason means. */
export interface Problem {
  code: string;
  field?: string;
  reason?: string;
  limit?: number;
  retry?: boolean;
}

export type Code = 'invalid' | 'denied' | 'closed' | 'not_found' | 'taken' | 'busy' | 'unavailable';

export type Reason =
  | 'too_long'
  | 'empty'
  | 'too_many'
  | 'unknown'
  | 'not_open'
  | 'wrong_activity'
  | 'ended'
  | 'not_yours'
  | 'over_budget'
  | 'over_option'
  | 'negative_dots'
  | 'old_round'
  | 'nothing_to_vote'
  | 'too_many_options'
  | 'no_round_before'
  | 'no_tie'
  | 'is_current'
  | 'has_answers'
  | 'nothing_to_rate'
  | 'nothing_to_formulate'
  | 'nothing_to_consent'
  | 'no_seat'
  | 'no_pen'
  | 'pen_held'
  | 'still_writing'
  | 'one_draft'
  | 'consent_open'
  | 'moved'
  | 'not_merged'
  | 'nothing_to_undo'
  | 'vote_open'
  | 'no_timer'
  | 'malformed'
  | 'needs_cookie'
  | 'too_much_at_once'
  | 'out_of_range'
  | 'wrong_origin'
  | 'server_stopping';

/** What a sentence may use: the thing that is wrong, as it begins a sentence, and the rule's number (0: none). */
export interface About {
  it: string;
  limit: number;
}

/** One language's sentences: what happened, then what to do. */
export interface Words {
  /** The fields of commands by their JSON name, as a sentence begins with them. */
  fields: Record<string, string>;
  /** Stands in where the field has no name here. */
  something: string;
  reasons: Record<Reason, (about: About) => string>;
  /** When the reason is missing or newer than this page. */
  codes: Record<Code, string>;
  /** Sharper than the reason alone: "code/field" or "code/field/reason". */
  exact: Record<string, string>;
  /** When even the code is unknown. */
  otherwise: string;
}
