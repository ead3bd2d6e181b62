### Machine-translated from English; corrections by native speakers are welcome.

running-uploading = המכשיר { $device } שולח לכאן את כל האוסף שלו: { $size } עד כה.
running-downloading = המכשיר { $device } מקבל את כל האוסף: { $size } עד כה.
running-media = המכשיר { $device } מסנכרן מדיה: התקבלו { NUMBER($received-count) } קבצים ({ $received-size }), נשלחו { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = המכשיר { $device } מסתנכרן: התקבלו { NUMBER($received-count) }, נשלחו { NUMBER($sent-count) }.
