/// The distribution of the totals.
struct HistogramSection {
  var report: ClassReport

  var html: HTML {
    let histogram = report.histogram
    let bars = histogram.bars.map { bar -> HTML in
      """
      <li><span class="count">\(bar.count)</span>\
      <span class="bar" style="height:\(100 * bar.count / histogram.tallest)%"></span>\
      <span class="label">\(bar.label)</span></li>

      """
    }
    return """
      <p>Submissions by percentage of the points.</p>
      <ol class="histogram" aria-label="Submissions by percentage of the points">
      \(bars)</ol>
      """
  }
}
