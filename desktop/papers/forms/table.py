"""Every form there is, in the order in which they are listed: a new one is its own file and its line here."""

from typing import Any

from desktop.papers.forms.absences import vang_mat
from desktop.papers.forms.assignments import phan_cong
from desktop.papers.forms.ballots import tong_hop, xin_y_kien
from desktop.papers.forms.base.form import Form
from desktop.papers.forms.calendar import lich_tuan
from desktop.papers.forms.compliance import bao_cao_quy_che
from desktop.papers.forms.delegated import giua_hai_ky, uy_quyen
from desktop.papers.forms.documents import so_van_ban
from desktop.papers.forms.incoming import van_ban_den
from desktop.papers.forms.meetings import bien_ban, giay_moi, hoi_nghi, ket_luan, phieu
from desktop.papers.forms.programmes import chuong_trinh_tien_do
from desktop.papers.forms.regulations import bang_so_sanh
from desktop.papers.forms.reminders import reminded
from desktop.papers.forms.today import viec_can_lam

FORMS: dict[str, Form[Any]] = {
    form.slug: form
    for form in (
        giay_moi.FORM,
        hoi_nghi.AGENDA,
        hoi_nghi.ATTENDANCE,
        phieu.SLIP,
        phieu.TALLY,
        bien_ban.FORM,
        ket_luan.NOTICE,
        ket_luan.RESOLUTION,
        ket_luan.CONCLUSION,
        ket_luan.DECISION,
        xin_y_kien.SLIPS,
        xin_y_kien.LETTER,
        tong_hop.FORM,
        vang_mat.REPORT,
        vang_mat.MONTH,
        phan_cong.DUTY,
        phan_cong.TABLE,
        reminded.FORM,
        viec_can_lam.FORM,
        so_van_ban.FORM,
        van_ban_den.REGISTER,
        van_ban_den.SLIP,
        lich_tuan.FORM,
        uy_quyen.FORM,
        giua_hai_ky.FORM,
        chuong_trinh_tien_do.FORM,
        bao_cao_quy_che.FORM,
        bang_so_sanh.FORM,
    )
}
