import { statusName } from '../../api/statuses';
import { localized } from '../../text/languages';
import { language, statusWord, texts } from '../../text/speech';
import { Section } from '../../ui/Section';
import { current, profile } from './readings';
import { sideOf } from './sides';

/** Which of the zone's numbers are missing, and why. */
export function Missing() {
  const rows = current(profile.value.value)?.rows;
  if (!rows) return null;
  const { story } = texts.value;
  const missing = rows.filter(row => sideOf(row) === 'missing');
  return (
    <Section title={story.missing}>
      {missing.length === 0 && <p>{story.nothingMissing}</p>}
      <ul class="plain">
        {missing.map(({ indicator, selection, value }) => {
          const status = statusName(value!.status);
          return (
            <li key={indicator?.key}>
              <strong>{localized(indicator?.name, language.value)}</strong> <span class="quiet">{selection?.period}</span>
              <br />
              {statusWord(status)}. {(story.missingWhy as Partial<Record<string, string>>)[status]}{' '}
              {value?.suppressionRule && <span class="quiet">{story.rule(value.suppressionRule)}</span>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
