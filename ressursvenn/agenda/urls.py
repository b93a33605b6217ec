"""/a/krav/: what editors do here."""

from django.urls import path

from .views import demands, figures, noting

app_name = "agenda"
urlpatterns = [
    path("", demands.everything, name="all"),
    path("nytt/", demands.new, name="new"),
    path("hvem/", demands.addressees, name="addressees"),
    path("tall/", figures.everything, name="figures"),
    path("tall/nytt/", figures.new, name="new_figure"),
    path("tall/<slug:reference>/", figures.one, name="figure"),
    path("tall/<slug:reference>/rett/", figures.rewrite, name="rewrite_figure"),
    path("tall/<slug:reference>/bekreft/", figures.confirm, name="confirm_figure"),
    path("tall/<slug:reference>/trekk/", figures.withdraw, name="withdraw_figure"),
    path("tall/<slug:reference>/kast/", figures.throw_away, name="throw_away_figure"),
    path("<slug:reference>/", demands.one, name="one"),
    path("<slug:reference>/tekst/", demands.rewrite, name="rewrite"),
    path("<slug:reference>/til/", demands.address, name="address"),
    path("<slug:reference>/til/bekreft/", noting.confirm_addressing, name="confirm_addressing"),
    path("<slug:reference>/tekst/<int:number>/bekreft/", noting.confirm_text, name="confirm_text"),
    path(
        "<slug:reference>/tekst/<int:number>/kast/", noting.throw_away_text, name="throw_away_text"
    ),
    path("<slug:reference>/hendt/", noting.happened, name="happened"),
    path(
        "<slug:reference>/hendt/<slug:which>/bekreft/",
        noting.confirm_happening,
        name="confirm_happening",
    ),
    path("<slug:reference>/hendt/<slug:which>/stryk/", noting.strike, name="strike"),
    path("<slug:reference>/belegg/", noting.evidence, name="evidence"),
    path(
        "<slug:reference>/belegg/<slug:which>/bekreft/",
        noting.confirm_evidence,
        name="confirm_evidence",
    ),
    path(
        "<slug:reference>/belegg/<slug:which>/ta-ut/",
        noting.take_out_evidence,
        name="take_out_evidence",
    ),
]
