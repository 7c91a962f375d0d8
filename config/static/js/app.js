/* What makes a page more pleasant than plain HTML. Every form works without it: nothing here is the only way to do a thing.
   Marks it looks for: data-focus, data-reveal, data-guard, data-busy, data-autosave with data-save-status, data-drop. */
(function () {
  "use strict";
  var root = document.documentElement;
  var RETRY_MS = 15000;
  var LOST = "Связь пропала. Введённое осталось на этой странице. Отправим сами, когда связь вернётся. Окно не закрывайте.";
  var notSaved = function (code) {
    return "Не получилось сохранить. Попробуйте ещё раз через минуту." + (code ? " Если не выйдет, напишите нам, код: " + code + "." : "");
  };
  var NOT_LOADED = "Не получилось загрузить. Проверьте связь и попробуйте ещё раз.";
  var SIGNED_OUT = "Вы долго не работали, и вход закончился. Откройте «Тропу» в новой вкладке и войдите: введённое здесь останется на месте.";

  function all(selector, inside) { return Array.prototype.slice.call((inside || document).querySelectorAll(selector)); }
  function on(name, act) { document.addEventListener(name, act); }

  /* ── Notes under the heading: one at a time, said aloud by role="status" ── */
  function say(kind, text) {
    var box = document.getElementById("notes");
    if (!box) { return; }
    hush();
    var note = document.createElement("section");
    note.className = "note note--" + kind;
    note.dataset.said = "";
    var shape = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    shape.setAttribute("class", "gl");
    shape.setAttribute("aria-hidden", "true");
    var use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", kind === "bad" ? "#g-late" : "#g-soon");
    shape.appendChild(use);
    var words = document.createElement("p");
    words.textContent = text;
    note.appendChild(shape);
    note.appendChild(words);
    box.appendChild(note);
  }
  function hush() { all("#notes [data-said]").forEach(function (note) { note.remove(); }); }

  /* ── What needs the eye first: the summary of faults, a refusal ── */
  function lookAt(inside) {
    var summary = inside.querySelector("[data-focus]");
    if (!summary) { return; }
    summary.focus();
    if (document.title.indexOf("Поправьте: ") !== 0) { document.title = "Поправьте: " + document.title; }
  }

  /* ── «Показать пароль»: the box is hidden until there is a script to serve it ── */
  function reveal(inside) {
    all("[data-reveal]", inside).forEach(function (label) {
      var field = document.getElementById(label.dataset.reveal);
      var box = label.querySelector("input");
      if (!field || !box) { return; }
      label.hidden = false;
      box.addEventListener("change", function () { field.type = box.checked ? "text" : "password"; });
    });
  }

  /* ── The chosen answer, for browsers without :has() ── */
  function markChoices(inside) {
    all(".choice input", inside).forEach(function (input) {
      var label = input.closest("label");
      if (label) { label.classList.toggle("on", input.checked); }
    });
  }

  /* ── Unsaved changes: form[data-guard] asks before the page is left ── */
  var dirty = new Set();
  function guard(event) {
    var form = event.target.form || (event.target.closest && event.target.closest("form"));
    if (form && form.hasAttribute("data-guard")) { dirty.add(form); }
  }
  window.addEventListener("beforeunload", function (event) {
    var waiting = Array.from(dirty).some(function (form) { return form.isConnected; });
    if (waiting || pending.size) { event.preventDefault(); event.returnValue = ""; }
  });

  /* ── One press is enough: button[data-busy] says what is going on; the second press does nothing ── */
  var words = new Map();
  function busy(event) {
    var form = event.target;
    dirty.delete(form);
    var button = event.submitter || form.querySelector("button[data-busy]");
    if (!button || !button.dataset.busy) { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    window.setTimeout(function () {
      words.set(button, Array.prototype.slice.call(button.childNodes));
      button.setAttribute("aria-disabled", "true");
      button.textContent = button.dataset.busy;
    }, 0);
  }
  function rest() {
    all("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
      all("button[data-busy]", form).forEach(function (button) {
        if (!words.has(button)) { return; }
        button.removeAttribute("aria-disabled");
        button.replaceChildren.apply(button, words.get(button));
        words.delete(button);
      });
    });
  }

  /* ── Saving as one types: «Сохраняем…», «Сохранено в 14:32», and again when the connection returns ── */
  var pending = new Set();
  function statusOf(element) {
    var form = element.closest("[data-autosave]");
    return form && form.querySelector("[data-save-status]");
  }
  function saved(element) {
    var status = statusOf(element);
    if (!status) { return; }
    var now = new Date();
    var two = function (n) { return (n < 10 ? "0" : "") + n; };
    status.textContent = "Сохранено в\u00a0" + two(now.getHours()) + ":" + two(now.getMinutes());
  }
  on("htmx:beforeRequest", function (event) {
    var status = statusOf(event.detail.elt);
    if (!status) { return; }
    status.dataset.asked = "1";
    window.setTimeout(function () { if (status.dataset.asked) { status.textContent = "Сохраняем…"; } }, 400);
  });
  on("htmx:afterRequest", function (event) {
    var element = event.detail.elt;
    var status = statusOf(element);
    if (status) { delete status.dataset.asked; }
    rest();
    if (!event.detail.successful) { return; }
    if (pending.delete(element) && !pending.size) { hush(); }
    dirty.delete(element.closest("form"));
    saved(element);
  });
  on("htmx:sendError", function (event) {
    var element = event.detail.elt;
    if (event.detail.requestConfig && event.detail.requestConfig.verb === "get") { say("bad", NOT_LOADED); return; }
    if (!element.closest("[data-autosave]")) { say("bad", notSaved("")); return; }
    pending.add(element);
    say("warn", LOST);
  });
  /* the sign-in page came instead of a piece of this one */
  on("htmx:beforeSwap", function (event) {
    if (event.detail.xhr.responseText.indexOf('<div class="login">') < 0) { return; }
    event.detail.shouldSwap = false;
    say("warn", SIGNED_OUT);
  });
  on("htmx:responseError", function (event) {
    var answer = event.detail.xhr;
    if (answer.status === 401) { say("warn", SIGNED_OUT); return; }
    say("bad", answer.getResponseHeader("X-Refusal") ? decodeURIComponent(answer.getResponseHeader("X-Refusal")) : notSaved(answer.getResponseHeader("X-Incident")));
  });
  function retry() {
    if (!window.htmx) { return; }
    pending.forEach(function (element) {
      if (element.isConnected) { window.htmx.trigger(element, "change"); } else { pending.delete(element); }
    });
  }
  window.addEventListener("online", retry);
  window.setInterval(retry, RETRY_MS);

  /* ── A line swapped under the hand: what was typed while the answer was on its way stays, what was unfolded too;
        where the control that had the focus is gone, the line's first one takes it ── */
  var held = null;
  var heldId = "";
  var sent = {};
  var typed = [];
  var unfolded = [];
  function written(inside) { return all("input[id]:not([type='hidden']):not([type='radio']):not([type='checkbox']), textarea[id]", inside); }
  function again(before) {
    var field = document.getElementById(before.id);
    if (field && field !== before) { field.value = before.value; }
  }
  on("htmx:beforeRequest", function (event) {
    written(event.detail.target).forEach(function (field) { sent[field.id] = field.value; });
  });
  on("htmx:beforeSwap", function (event) {
    var target = event.detail.target;
    held = target && target.contains(document.activeElement) ? target : null;
    heldId = held ? document.activeElement.id : "";
    typed = written(target).filter(function (field) { return field.id in sent && field.value !== sent[field.id]; });
    unfolded = all("details", target).map(function (fold) { return fold.open; });
  });
  on("htmx:afterSwap", function (event) {
    var folds = all("details", event.detail.target);
    if (folds.length === unfolded.length) { folds.forEach(function (fold, place) { fold.open = fold.open || unfolded[place]; }); }
    typed.forEach(again);
    if (heldId && document.activeElement === document.body && document.getElementById(heldId)) { document.getElementById(heldId).focus(); }
    typed = [];
    unfolded = [];
  });
  on("htmx:afterSettle", function () {
    if (held && held.isConnected && document.activeElement === document.body) {
      var first = held.querySelector("input:not([type='hidden']), textarea, select, button, summary");
      if (first) { first.focus(); }
    }
    held = null;
  });

  /* ── Paper shows what is folded ── */
  window.addEventListener("beforeprint", function () {
    all("main details:not([open]):not(.src-box)").forEach(function (fold) { fold.open = true; fold.dataset.unfolded = ""; });
  });
  window.addEventListener("afterprint", function () {
    all("details[data-unfolded]").forEach(function (fold) { fold.open = false; delete fold.dataset.unfolded; });
  });

  /* ── A file dropped on form[data-drop] is the same as one chosen with its button ── */
  function dropZone(event) { return event.target.closest && event.target.closest("form[data-drop]"); }
  function carriesFile(event) { return event.dataTransfer && Array.prototype.indexOf.call(event.dataTransfer.types, "Files") >= 0; }
  on("dragover", function (event) {
    if (!carriesFile(event)) { return; }
    event.preventDefault();  /* a file let go beside the form must not replace the page */
    all("form[data-drop]").forEach(function (form) { form.classList.toggle("is-over", form === dropZone(event)); });
  });
  on("dragleave", function (event) {
    var form = dropZone(event);
    if (form && !form.contains(event.relatedTarget)) { form.classList.remove("is-over"); }
  });
  on("drop", function (event) {
    if (!carriesFile(event)) { return; }
    event.preventDefault();
    var form = dropZone(event);
    var field = form && form.querySelector("input[type='file']");
    if (!field || !event.dataTransfer.files.length) { return; }
    form.classList.remove("is-over");
    field.files = event.dataTransfer.files;
    if (form.requestSubmit) { form.requestSubmit(); }
  });

  function dress(inside) { reveal(inside); markChoices(inside); lookAt(inside); }
  on("input", guard);
  on("change", function (event) { guard(event); if (event.target.closest(".choice")) { markChoices(event.target.closest(".choice")); } });
  on("submit", busy);
  on("click", function (event) { if (event.target.closest("[data-print]")) { window.print(); } });
  on("keydown", function (event) {
    if (event.key !== "Escape") { return; }
    var fold = event.target.closest && event.target.closest("details[open]");
    if (fold) { fold.open = false; fold.querySelector("summary").focus(); }
  });
  on("htmx:afterSwap", function (event) { if (event.detail.target && event.detail.target.isConnected) { dress(event.detail.target); } });
  window.addEventListener("pageshow", rest);
  root.classList.add("js");
  dress(document);
})();
