import { type Boundary, yearsOf } from '../api/boundaries';
import { catalogue } from '../state/catalogue';
import { go, view } from '../state/view';
import { Pending } from '../states/Pending';
import { texts } from '../text/speech';
import { Select } from '../ui/Select';
import { withBoundary } from './readings';

/** An områdesatsing is chosen among those that a boundary was delivered for. */
export function ChooseProgramme() {
  const drawn = withBoundary.value.value?.features;
  const { compare } = texts.value;
  if (!drawn) return <Pending what={texts.value.omradesatsinger} of={[withBoundary.value]} lines={2} />;
  const { kommune, programme } = view.value;
  // The newest boundary of each is the last.
  const newest = new Map(drawn.map(boundary => [boundary.properties.key, boundary]));
  const here = [...newest.values()].filter(
    ({ properties: { key } }) =>
      kommune === '' || key === programme || catalogue.value.value?.omradesatsinger.get(key)?.kommuneCode === kommune,
  );
  if (here.length === 0) return <p>{compare.noProgramme}</p>;
  return (
    <>
      <Select
        label={compare.programme}
        value={programme}
        options={[{ value: '', text: compare.choose }, ...here.map(each => ({ value: each.properties.key, text: named(each) }))]}
        choose={key => go({ programme: key })}
      />
      <About of={newest.get(programme)} />
    </>
  );
}

function About({ of }: { readonly of: Boundary | undefined }) {
  const found = of && catalogue.value.value?.omradesatsinger.get(of.properties.key);
  if (!found) return null;
  const { compare } = texts.value;
  return (
    <p class="quiet" lang="no">
      {[found.area, ...found.delprogram].filter(part => part !== '').join(' · ')}
      {of.properties.boundary === 'proxy' && <span lang={document.documentElement.lang}> {compare.proxy}</span>}
    </p>
  );
}

function named(boundary: Boundary): string {
  const years = yearsOf(boundary);
  return years === '' ? boundary.properties.name : `${boundary.properties.name} (${years})`;
}
