import type { Leading } from '../../../activities/leading.svelte';
import type { useHost } from '../../../i18n/host';
import type { PlannedActivity } from '../../../wire/protocol';
import { leadWords } from './words';
import { backMove, costOf, type Move, nextMove, votesAtStake } from './moves';

/** Going through the session: every way asks first where something would be lost. */
export class Going {
  #lead: Leading;
  #i18n: ReturnType<typeof useHost>;

  constructor(lead: Leading, i18n: ReturnType<typeof useHost>) {
    this.#lead = lead;
    this.#i18n = i18n;
  }

  get #items() {
    return this.#lead.room.items;
  }

  get busy(): ReadonlySet<string> {
    return this.#lead.busy;
  }

  /** The primary button, and Ctrl+Enter. */
  next(): void {
    if (this.#lead.busy.has('next')) return;
    this.#make('next', nextMove(this.#items));
  }

  back(): void {
    this.#make('back', backMove(this.#items));
  }

  /** From the plan, to any activity: always asked, a plan is easily touched. */
  jump(activity: PlannedActivity): void {
    if (this.#costs('jump', activity)) return;
    const t = this.#i18n.t.host;
    const now = this.#items.now;
    const text = now?.open ? t.lead.goPlain(t.kinds[now.kind]) : t.lead.goStart;
    const title = t.lead.go(activity.title || t.kinds[activity.kind]);
    this.#lead.ask({ title, text, yes: t.lead.yesGo, then: () => this.#open('jump', activity) });
  }

  end(): void {
    const t = this.#i18n.t.host.lead;
    if (this.#items.session?.rehearsal) {
      const w = leadWords[this.#i18n.lang];
      const then = () => void this.#lead.run('next', 'end_session', {});
      this.#lead.ask({ title: w.rehearseEndTitle, text: w.rehearseEndText, yes: w.rehearseEnd, then });
      return;
    }
    const joined = this.#items.people?.joined ?? 0;
    this.#lead.ask({
      title: t.endTitle,
      text: t.endText(joined),
      also: t.endSeal,
      yes: t.end,
      then: () => void this.#lead.run('next', 'end_session', {}),
    });
  }

  #make(name: string, move: Move | null): void {
    if (!move) return;
    if (move.do === 'end') this.end();
    else if (move.do === 'close') void this.#lead.run(name, 'close_activity', {});
    else if (!this.#costs(name, move.activity)) this.#open(name, move.activity);
  }

  #open(name: string, activity: PlannedActivity): void {
    void this.#lead.run(name, 'open_activity', { activity: activity.id });
  }

  /** Asks when opening an activity would cost the vote something; true when it asked. */
  #costs(name: string, activity: PlannedActivity): boolean {
    const t = this.#i18n.t.host.lead;
    const cost = costOf(this.#items, activity);
    if (cost === 'none') return false;
    const { done, of } = this.#items.progress ?? { done: 0, of: 0 };
    const then = () => this.#open(name, activity);
    if (cost === 'cancels') {
      this.#lead.ask({ title: t.cancelTitle, text: t.cancelText(votesAtStake(this.#items)), yes: t.cancelYes, then });
    } else if (cost === 'keeps') {
      const round = this.#items.vote?.round ?? 1;
      this.#lead.ask({ title: t.keepsTitle(round + 1), text: t.keepsText(round), yes: t.keepsYes, then });
    } else {
      this.#lead.ask({ title: t.closesVoteTitle, text: t.closesVoteText(done, of), yes: t.closesVoteYes, then });
    }
    return true;
  }
}
