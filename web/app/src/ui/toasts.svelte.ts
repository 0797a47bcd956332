export interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'plain' | 'bad';
}

/** Short messages that pass by. What must be acted upon belongs in a Notice, which stays. */
export class Toasts {
  list = $state.raw<readonly Toast[]>([]);
  #next = 1;

  /** Shows text for as long as reading it takes twice over, at least four seconds. */
  show(text: string, tone: Toast['tone'] = 'plain'): void {
    const toast = { id: this.#next++, text, tone };
    this.list = [...this.list.slice(-2), toast];
    setTimeout(() => this.dismiss(toast.id), Math.max(4000, text.length * 120));
  }

  dismiss(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }
}
