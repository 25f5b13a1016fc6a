"""Labels and words that try to leave their place in a page."""

PAYLOADS = (
    "<script>window.__xss=1</script>",
    "</script><script>window.__xss=1</script>",
    "<img src=x onerror=window.__xss=1>",
    '"><svg onload=window.__xss=1>',
    "'-window.__xss=1-'",
    "<a href='javascript:window.__xss=1'>href</a>",
    "{{ 7*7 }}{% raw %}",
    "<!--<script>window.__xss=1</script>",
    "]]><script>window.__xss=1</script>",
    "\u2028window.__xss=1\u2029",
    "<iframe srcdoc='<script>parent.__xss=1</script>'>",
    "<style>@import 'https://example.org/x.css'</style>",
)
