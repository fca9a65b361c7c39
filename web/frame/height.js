// The height that the panel needs, told whenever it changes. The observer looks once per drawn frame, however
// much has changed in it; and as nothing in the panel is measured by the window (frame.css), a host that gives
// the frame this height does not change it again.

/** @param {Element} element @param {(height: number) => void} tell */
export function tellHeight(element, tell) {
  let told = 0;
  const measure = () => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tell(height);
  };
  new ResizeObserver(measure).observe(element);
}
