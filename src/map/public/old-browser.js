// Runs only where modules do not: says so instead of an empty page.
document.getElementById('page').innerHTML =
  '<p lang="nb">Nettleseren er for gammel for kartet. Bruk en nyere, eller se <a href="/ogc/collections?f=html">tallene som tabeller</a>.</p>' +
  '<p lang="en">This browser is too old for the map. Use a newer one, or read <a href="/ogc/collections?f=html">the numbers as tables</a>.</p>';
