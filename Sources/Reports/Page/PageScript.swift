/// The script in `report.html`, which sorts tables and opens everything for printing.
///
/// The page allows only a script with this digest.
enum PageScript {
  /// The SHA-256 digest of `text` in base 64: when the text changes, this must change.
  static let digest = "BfJOMKX/JUkntTPr32CwiXzVTmVB1qD08dSqTExwenE="

  static let text = """
    for (const table of document.querySelectorAll("table.sortable")) {
      const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0];
      const value = (row, i) => row.cells[i].dataset.v ?? row.cells[i].textContent.trim();
      heads.forEach((head, i) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => {
          // Numbers go down first: the best ones are asked for more often than the worst.
          const isNumber = head.classList.contains("n");
          const first = isNumber ? "descending" : "ascending";
          const second = isNumber ? "ascending" : "descending";
          const order = head.getAttribute("aria-sort") === first ? second : first;
          heads.forEach(other => other.removeAttribute("aria-sort"));
          head.setAttribute("aria-sort", order);
          const sign = order === "ascending" ? 1 : -1;
          body.append(...[...body.rows].sort((a, b) => sign * (isNumber
            ? parseFloat(value(a, i)) - parseFloat(value(b, i))
            : value(a, i).localeCompare(value(b, i), undefined, { numeric: true }))));
        });
      });
    }
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll("details:not([open])")];
      opened.forEach(details => details.open = true);
    });
    addEventListener("afterprint", () => opened.forEach(details => details.open = false));
    """
}
