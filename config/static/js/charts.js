/* Draws the charts of a page: loads Plotly once, when the first chart nears the screen, and only then.
   A chart is .chart__plot[data-chart="id of its JSON"]; colours written as "var(--c1)" are taken from the theme,
   so the same figure serves light, dark and print. The table under the chart says the same without scripts. */
(function () {
  "use strict";
  var PLOTLY = document.currentScript.dataset.plotly;
  var NEAR = "400px";
  var CONFIG = { displayModeBar: false, responsive: true, showTips: false, doubleClick: false, scrollZoom: false, locale: "ru" };
  var RUSSIAN = {
    moduleType: "locale", name: "ru", dictionary: {},
    format: {
      days: ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"],
      shortDays: ["вс", "пн", "вт", "ср", "чт", "пт", "сб"],
      months: ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"],
      shortMonths: ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
      date: "%d.%m.%Y", decimal: ",", thousands: "\u00a0"
    }
  };
  var loading = null;

  /* Plotly brings an inline style sheet for maps, which we have none of and our content policy would report.
     It is left out where an element with this id already stands. */
  function skipMapStyles() {
    var mark = document.createElement("meta");
    mark.id = "9f215cf04c5486422605d13261cb87401f4e7763b6296af81e98efbc0130da53";
    document.head.appendChild(mark);
  }

  function plotly() {
    if (!loading) {
      loading = new Promise(function (ready, failed) {
        skipMapStyles();
        var script = document.createElement("script");
        script.src = PLOTLY;
        script.onload = function () { window.Plotly.register(RUSSIAN); ready(window.Plotly); };
        script.onerror = failed;
        document.head.appendChild(script);
      });
    }
    return loading;
  }

  /* "var(--c1)" → its colour now; everything else stays as it is */
  function dyed(value, styles) {
    if (typeof value === "string") {
      var named = /^var\((--[\w-]+)\)$/.exec(value);
      return named ? styles.getPropertyValue(named[1]).trim() : value;
    }
    if (Array.isArray(value)) { return value.map(function (part) { return dyed(part, styles); }); }
    if (value && typeof value === "object") {
      return Object.keys(value).reduce(function (made, key) { made[key] = dyed(value[key], styles); return made; }, {});
    }
    return value;
  }

  function merged(base, over) {
    var made = Object.assign({}, base);
    Object.keys(over || {}).forEach(function (key) {
      var both = made[key] && over[key] && typeof made[key] === "object" && typeof over[key] === "object" && !Array.isArray(over[key]);
      made[key] = both ? merged(made[key], over[key]) : over[key];
    });
    return made;
  }

  /* What a figure may leave unsaid: our font, a clear ground, no legend, no dragging, a comma in decimals */
  function layoutOf(own, styles) {
    var axis = { gridcolor: "var(--line)", zerolinecolor: "var(--line-strong)", fixedrange: true };
    var base = {
      font: { family: "var(--font)", size: 15, color: "var(--ink-2)" },
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
      separators: ",\u00a0", showlegend: false, dragmode: false, autosize: true,
      margin: { l: 48, r: 16, t: 16, b: 40, pad: 0 }, xaxis: axis, yaxis: axis,
      hoverlabel: { bgcolor: "var(--sheet)", bordercolor: "var(--line-strong)", font: { color: "var(--ink)" } }
    };
    return dyed(merged(base, own || {}), styles);
  }

  function figureOf(plot) {
    var source = document.getElementById(plot.dataset.chart);
    return source ? JSON.parse(source.textContent) : null;
  }

  function draw(plot) {
    var figure = figureOf(plot);
    var styles = getComputedStyle(document.documentElement);
    plotly().then(function (Plotly) {
      return Plotly.newPlot(plot, dyed(figure.data, styles), layoutOf(figure.layout, styles), merged(CONFIG, figure.config));
    }).then(function () {
      plot.dataset.drawn = "1";
    }).catch(function () {
      unfold(plot);
    });
  }

  /* The drawing did not come: the table stands in its place */
  function unfold(plot) {
    var table = plot.closest("figure").querySelector("details");
    plot.classList.remove("is-on");
    if (table) { table.open = true; }
  }

  function watch() {
    var plots = Array.prototype.slice.call(document.querySelectorAll(".chart__plot[data-chart]:not([data-watched])"));
    if (!plots.length) { return; }
    var nearing = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) { return; }
        nearing.unobserve(entry.target);
        draw(entry.target);
      });
    }, { rootMargin: NEAR });
    plots.forEach(function (plot) {
      var figure = figureOf(plot);
      if (!figure) { return; }
      plot.dataset.watched = "1";
      plot.classList.add("is-on");
      // the place is kept beforehand, so that nothing below jumps when the drawing comes
      if (figure.layout && figure.layout.height) { plot.style.minHeight = figure.layout.height + "px"; }
      nearing.observe(plot);
    });
  }

  watch();
  document.addEventListener("htmx:afterSwap", watch);
})();
