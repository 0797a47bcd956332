/**
 * Keeps the projector's laptop from falling asleep while the page is in view; answers how to stop. Browsers give a wake
 * lock on https and localhost only: elsewhere nothing happens, and the laptop's own settings rule.
 */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => {};
  let lock: WakeLockSentinel | undefined;
  let stopped = false;
  const ask = () => {
    if (document.visibilityState !== 'visible' || stopped) return;
    // Refused on a low battery; asked again when the page comes back into view.
    navigator.wakeLock.request('screen').then(
      (got) => (stopped ? void got.release() : (lock = got)),
      () => {},
    );
  };
  ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}
