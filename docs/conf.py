"""The manual, in English and, with ``-D language=da``, in Danish."""

import gc
import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

from ipython_home import ipython_home  # noqa: E402

gc.set_threshold(100_000)  # a build makes many nodes, and few that are garbage

project = "socialkapitel"
author = "The socialkapitel authors"
project_copyright = author
language = "en"

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
    "manual",
]
exclude_patterns = ["_build", "_ext", "_root", "locale"]
templates_path = ["_templates"]
default_role = "py:obj"
smartquotes = False  # would take an apostrophe in Danish for a quotation mark

# Texts in the page's language: catalogues in locale/, compiled by the build.
locale_dirs = ["locale"]
gettext_compact = False
gettext_uuid = False
gettext_location = False

# Examples run when the manual is built; an example that fails, fails the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 60
nb_merge_streams = True
nb_mime_priority_overrides = [("html", "text/html", 0)]
os.environ["PYTHONPATH"] = os.pathsep.join(
    [str(HERE / "_ext"), *filter(None, [os.environ.get("PYTHONPATH")])]
)
os.environ["TQDM_DISABLE"] = "1"  # no progress bars on the pages
os.environ["IPYTHONDIR"] = ipython_home()
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# Python's own types: an inventory of those that the reference names, kept here.
intersphinx_mapping = {"python": ("https://docs.python.org/3", "python.inv")}
copybutton_prompt_text = ">>> |[.][.][.] |[$] "
copybutton_prompt_is_regexp = True
copybutton_exclude = ".linenos, .gp, .go"

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
napoleon_use_ivar = True
napoleon_numpy_docstring = False
python_use_unqualified_type_names = True
add_module_names = False

html_theme = "furo"
html_title = "socialkapitel"
html_static_path = ["_static"]
html_css_files = ["manual.css"]
html_js_files = [("manual.js", {"defer": "defer"})]
html_favicon = "_static/favicon.svg"
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/language.html",
        "sidebar/codes.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
