import type { Attachment } from 'svelte/attachments';

interface Dragging {
  /** What comes along when this item is dragged: more than one when it is selected with others. */
  taken(item: string): { count: number };
  drop(item: string, onto: string): void;
}

const threshold = 6; // pixels: less is a click with an unsteady hand

/**
 * Dragging with a mouse or pen, as an extra beside the buttons. Items carry data-item, places where they can be laid
 * carry data-drop. A finger scrolls instead.
 */
export function dragging(on: Dragging): Attachment<HTMLElement> {
  return (board) => {
    let item: HTMLElement | null = null;
    let ghost: HTMLElement | null = null;
    let over: HTMLElement | null = null;
    let [fromX, fromY] = [0, 0];

    function down(event: PointerEvent) {
      if (event.pointerType === 'touch' || event.button !== 0) return;
      item = (event.target as HTMLElement).closest<HTMLElement>('[data-item]');
      [fromX, fromY] = [event.clientX, event.clientY];
      if (item) listen(true);
    }

    function move(event: PointerEvent) {
      if (!item) return;
      if (!ghost) {
        if (Math.hypot(event.clientX - fromX, event.clientY - fromY) < threshold) return;
        ghost = lift(item, on.taken(item.dataset.item!).count);
        board.dataset.dragging = '';
      }
      ghost.style.transform = `translate(${event.clientX + 8}px, ${event.clientY + 8}px)`;
      const under = document.elementFromPoint(event.clientX, event.clientY);
      const place = under?.closest<HTMLElement>('[data-drop]') ?? null;
      if (place === over) return;
      delete over?.dataset.over;
      over = place && board.contains(place) ? place : null;
      if (over) over.dataset.over = '';
    }

    function up() {
      if (item && ghost && over) on.drop(item.dataset.item!, over.dataset.drop!);
      // The click that ends a drag selects nothing.
      if (ghost) addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, { capture: true }));
      stop();
    }

    function stop() {
      ghost?.remove();
      delete over?.dataset.over;
      delete board.dataset.dragging;
      item = ghost = over = null;
      listen(false);
    }

    const swallow = (event: Event) => event.stopPropagation();
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && stop();

    function listen(yes: boolean) {
      const change = yes ? addEventListener : removeEventListener;
      change('pointermove', move as EventListener);
      change('pointerup', up);
      change('pointercancel', stop);
      change('keydown', escape as EventListener);
    }

    board.addEventListener('pointerdown', down);
    return () => {
      stop();
      board.removeEventListener('pointerdown', down);
    };
  };
}

function lift(item: HTMLElement, count: number): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = 'ghost';
  ghost.textContent = count > 1 ? `${item.dataset.name} +${count - 1}` : (item.dataset.name ?? '');
  ghost.setAttribute('aria-hidden', 'true');
  document.body.append(ghost);
  return ghost;
}
