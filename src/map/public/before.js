// Read by every browser, before the page. In a frame of another page nothing stands around the map, also not while that is on its way. A browser that
// cannot run the page says so instead of staying empty. In the language of 2009, so that all understand.
// toSorted came in 2023 to Chrome 110, Firefox 115 and Safari 16; what is older also lacks parts of the language that the page is written in.
(() => {
  if (/[?&]embed=1(&|$)/.test(location.search)) document.documentElement.setAttribute('data-embedded', 'yes');
  if (Array.prototype.toSorted && 'noModule' in document.createElement('script')) return;
  document.documentElement.setAttribute('data-too-old', 'yes');
  document.getElementById('page').innerHTML =
    '<p lang="nb">Nettleseren er for gammel for kartet. Bruk en nyere, eller se <a href="ogc/collections?f=html">tallene som tabeller</a>.</p>' +
    '<p lang="nn">Nettlesaren er for gammal for kartet. Bruk ein nyare, eller sjå <a href="ogc/collections?f=html">tala som tabellar</a>.</p>' +
    '<p lang="en">This browser is too old for the map. Use a newer one, or read <a href="ogc/collections?f=html">the numbers as tables</a>.</p>';
})();
