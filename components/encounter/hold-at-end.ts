// Keeps the end of a scrolled box in sight while pictures and lines in it still find their size.

const settling = 2000;

/** Goes to the end of the box and stays there for two seconds, or until somebody scrolls up; the function that is given lets go before. */
export function holdAtEnd(box: HTMLElement): () => void {
  let put = 0;
  const sized = new ResizeObserver(() => {
    if (box.scrollTop < put - 1) sized.disconnect();
    else toEnd();
  });
  const toEnd = () => {
    box.scrollTop = box.scrollHeight;
    put = box.scrollTop;
  };
  toEnd();
  for (const part of box.children) sized.observe(part);
  const timer = setTimeout(() => sized.disconnect(), settling);
  return () => {
    clearTimeout(timer);
    sized.disconnect();
  };
}
