import type { Blueprint, KeptAgenda, Template } from '../../../wire/protocol';
import { api } from './api';

/** What a new session can go by: a template of the method, an agenda that is kept, or one that was adjusted or taken over. */
export class Plans {
  readonly templates: readonly Template[];
  kept = $state.raw<readonly KeptAgenda[]>([]);
  /** Adjusted on this page, or that of an earlier session. */
  own = $state.raw<Blueprint | null>(null);
  /** The key of a template, the id of a kept agenda, or "own". */
  chosen = $state('');

  constructor(templates: readonly Template[]) {
    this.templates = templates;
    this.chosen = templates[0]?.key ?? '';
  }

  async load(): Promise<void> {
    this.kept = (await api.agendas()).agendas;
    if (!this.#known(this.chosen)) this.chosen = this.templates[0]?.key ?? '';
  }

  /** What is chosen, as an agenda that can be changed; `named` gives templates their name. */
  blueprint(named: (template: Template) => string): Blueprint {
    const kept = this.kept.find(({ id }) => id === this.chosen);
    if (kept) return kept.agenda;
    const template = this.templates.find(({ key }) => key === this.chosen);
    if (template) return { name: named(template), minutes: template.minutes, steps: template.steps };
    return this.own ?? { name: '', minutes: 0, steps: [] };
  }

  take(agenda: Blueprint): void {
    this.own = agenda;
    this.chosen = 'own';
  }

  /** How a session says which agenda it goes by. */
  get begins(): { template: string } | (Pick<Blueprint, 'steps' | 'minutes'> & { template: string }) {
    if (this.templates.some(({ key }) => key === this.chosen)) return { template: this.chosen };
    const { steps, minutes } = this.blueprint(() => '');
    return { template: '', steps, minutes };
  }

  #known(chosen: string): boolean {
    return (
      chosen === 'own' || [...this.templates.map(({ key }) => key), ...this.kept.map(({ id }) => id)].includes(chosen)
    );
  }
}
