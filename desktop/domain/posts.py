"""The posts that the regulations and papers ask about, outside the bodies, with their words. Standard library only."""

POSTS = {
    "chu-tich-hdnd": "Chủ tịch Hội đồng nhân dân",
    "chu-tich-ubnd": "Chủ tịch Ủy ban nhân dân",
    "pho-chu-tich-ubnd": "Phó Chủ tịch Ủy ban nhân dân",
    "chanh-van-phong": "Chánh Văn phòng",
    "pho-chanh-van-phong": "Phó Chánh Văn phòng",
    "truong-cong-an": "Trưởng Công an",
    "chi-huy-truong-quan-su": "Chỉ huy trưởng Quân sự",
    "truong-ban-to-chuc": "Trưởng Ban Tổ chức",
    "truong-ban-tuyen-giao": "Trưởng Ban Tuyên giáo",
    "truong-ban-dan-van": "Trưởng Ban Dân vận",
    "truong-ban-xay-dung-dang": "Trưởng Ban Xây dựng Đảng",
    "chu-tich-mat-tran": "Chủ tịch Ủy ban Mặt trận Tổ quốc",
}
