"""Signing in, under /a/inn/: only the library's pages that this house uses."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import path
from django.views.generic import RedirectView

from . import views
from .guard import anyone

to_sign_in = anyone("a name the library looks up, for a door this house does not have")(
    RedirectView.as_view(pattern_name="account_login")
)
way_in = anyone("the way in; the library guards what comes after the first factor")

urlpatterns = [
    path("", way_in(account.login), name="account_login"),
    path("ut/", views.sign_out, name="account_logout"),
    path("igjen/", way_in(account.reauthenticate), name="account_reauthenticate"),
    path("kode/", way_in(mfa.authenticate), name="mfa_authenticate"),
    path("kode/igjen/", way_in(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("faktorer/", way_in(mfa.index), name="mfa_index"),
    path("faktorer/app/", way_in(totp.activate_totp), name="mfa_activate_totp"),
    path("faktorer/app/av/", way_in(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("faktorer/koder/", way_in(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "faktorer/koder/nye/",
        way_in(recovery.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "faktorer/koder/last-ned/",
        way_in(recovery.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("velkommen/", views.choose_password, name="choose_password"),
    path("velkommen/<str:word>/", views.welcome, name="welcome"),
    path("ny/", to_sign_in, name="account_signup"),
    path("glemt/", to_sign_in, name="account_reset_password"),
    path("stengt/", to_sign_in, name="account_inactive"),
    path("e-post/", to_sign_in, name="account_email"),
    path("e-post/sendt/", to_sign_in, name="account_email_verification_sent"),
]
