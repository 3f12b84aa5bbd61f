import { texts } from '../text/speech';

/** Nothing was delivered: what to do about it. */
export function Empty() {
  const { empty } = texts.value;
  return (
    <main class="empty" id="main" tabIndex={-1}>
      <h2 class="ds-heading" data-size="md">
        {empty.title}
      </h2>
      <p>{empty.text}</p>
      <dl>
        <dt>
          <code>./bolyst demo --import</code>
        </dt>
        <dd>{empty.demo}</dd>
        <dt>
          <code>./bolyst import FILE</code>
        </dt>
        <dd>{empty.delivery}</dd>
      </dl>
    </main>
  );
}
