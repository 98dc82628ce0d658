/**
 * Does something at once, and what follows within `wait` milliseconds together at their end: twenty photos that are attached one after the
 * other must not draw the list twenty times. Subjects that are told several times in between count once.
 */
export function coalesced<Subject>(act: (subject: Subject) => void, wait: number): (subject: Subject) => void {
  const waiting = new Set<Subject>();
  let isQuiet = true;
  const release = (): void => {
    isQuiet = waiting.size === 0;
    if (!isQuiet) setTimeout(release, wait);
    const subjects = [...waiting];
    waiting.clear();
    subjects.forEach(act);
  };
  return (subject) => {
    if (!isQuiet) return void waiting.add(subject);
    isQuiet = false;
    setTimeout(release, wait);
    act(subject);
  };
}
