"""Signing in, under /a/inn/: our own pages, and of the library's only those that this house uses."""

from allauth.account import views as account
from allauth.mfa.recovery_codes import views as recovery
from django.urls import path
from django.views.generic import RedirectView

from .guard import anyone, codes_only
from .views import entering, own, welcome

to_sign_in = anyone("a name the library looks up, for a door this house does not have")(
    RedirectView.as_view(pattern_name="account_login")
)
way_in = anyone("the way in; what comes after a password guards itself")

urlpatterns = [
    path("", way_in(account.login), name="account_login"),
    path("nokkel/", entering.with_passkey, name="mfa_login_webauthn"),
    path("kode/", entering.second_step, name="mfa_authenticate"),
    path("ut/", entering.sign_out, name="account_logout"),
    path("igjen/", entering.step_up, name="account_reauthenticate"),
    path("fortsett/", own.sent_before, name="posted"),
    path("okter/", own.open_sessions, name="open_sessions"),
    path("faktorer/", own.index, name="mfa_index"),
    path("faktorer/nokkel/", own.add_passkey, name="mfa_add_webauthn"),
    path("faktorer/fjern/", own.remove, name="mfa_remove"),
    path("faktorer/app/", own.app, name="mfa_activate_totp"),
    path(
        "faktorer/koder/", codes_only(recovery.view_recovery_codes), name="mfa_view_recovery_codes"
    ),
    path(
        "faktorer/koder/nye/",
        codes_only(recovery.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("velkommen/", welcome.choose, name="choose_password"),
    path("velkommen/app/", welcome.first_app, name="first_app"),
    path("velkommen/<str:word>/", welcome.welcome, name="welcome"),
    path("ny/", to_sign_in, name="account_signup"),
    path("glemt/", to_sign_in, name="account_reset_password"),
    path("stengt/", to_sign_in, name="account_inactive"),
    path("e-post/", to_sign_in, name="account_email"),
    path("e-post/sendt/", to_sign_in, name="account_email_verification_sent"),
]
