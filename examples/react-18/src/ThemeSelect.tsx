const themes = { auto: 'Auto', light: 'Light', dark: 'Dark' };

/** The elements follow the page's `color-scheme`, which page.css sets by this attribute. */
export function ThemeSelect() {
  return (
    <label>
      Theme{' '}
      <select
        onChange={({ target }) => {
          document.documentElement.dataset['theme'] = target.value;
        }}
      >
        {Object.entries(themes).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
