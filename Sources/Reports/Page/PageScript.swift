/// The few lines of script in `report.html`: they sort tables and open everything for printing.
///
/// The page says by its digest that it runs this script and no other.
enum PageScript {
  /// SHA-256 of `text` in base 64, as `sha256sum` and `base64` give it.
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
