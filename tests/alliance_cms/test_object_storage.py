"""Files in a bucket."""

from alliance_cms.object_storage import SameOriginStorage


def test_pictures_in_a_bucket_have_an_address_on_this_site():
    storage = SameOriginStorage(bucket_name="alliance", endpoint_url="https://s3.example.org", region_name="eu-west-3")
    assert storage.url("images/a b.fill-640x360.webp") == "/media/images/a%20b.fill-640x360.webp"
